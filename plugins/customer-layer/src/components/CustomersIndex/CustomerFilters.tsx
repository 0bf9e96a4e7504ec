import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CUSTOMER_ROLES,
  STAGES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import {
  isWholeList,
  Listing,
  LISTING_ORDERS,
  readListing,
  TIERS,
} from '../../lib/customerListing';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceField } from '../AuditFindings/ChoiceField';
import { TextFilter } from '../AuditFindings/TextFilter';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    clear: {
      justifySelf: 'start',
    },
  }),
  { name: 'CustomerLayerCustomerFilters' },
);

/** Props of {@link CustomerFilters}. */
export type CustomerFiltersProps = {
  listing: Listing;
  onChange: (listing: Listing) => void;
};

/** Which customers to show, and in which order. */
export function CustomerFilters({ listing, onChange }: CustomerFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const set = (changed: ListingChange) => onChange({ ...listing, ...changed });
  const setText = useCallback(
    (text: string) => onChange({ ...listing, text }),
    [listing, onChange],
  );
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('index.filter.title')}
    >
      <TextFilter
        label={t('index.filter.text')}
        text={listing.text ?? ''}
        onChange={setText}
      />
      <ChoiceField
        label={t('index.filter.type')}
        choices={CUSTOMER_ROLES.map(type => ({
          value: type,
          label: t(`delivery.typeName.${type}`),
        }))}
        chosen={listing.type ? [listing.type] : []}
        onChange={([chosen]) =>
          set({ type: CUSTOMER_ROLES.find(type => type === chosen) })
        }
      />
      <ChoiceField
        label={t('index.filter.stage')}
        choices={STAGES.map(stage => ({
          value: stage,
          label: t(`delivery.stageName.${stage}`),
        }))}
        chosen={listing.stage ? [listing.stage] : []}
        onChange={([chosen]) =>
          set({ stage: STAGES.find(stage => stage === chosen) })
        }
      />
      <ChoiceField
        label={t('index.filter.tier')}
        choices={TIERS.map(tier => ({
          value: String(tier),
          label: t('name.tier', { tier: String(tier) }),
        }))}
        chosen={listing.tier ? [String(listing.tier)] : []}
        onChange={([chosen]) =>
          set({ tier: TIERS.find(tier => String(tier) === chosen) })
        }
      />
      <ChoiceField
        label={t('index.sort.label')}
        choices={LISTING_ORDERS.map(order => ({
          value: order,
          label: t(`index.sort.${order}`),
        }))}
        chosen={[listing.sort]}
        required
        onChange={([chosen]) =>
          set({ sort: LISTING_ORDERS.find(order => order === chosen) })
        }
      />
      {!isWholeList(listing) && (
        <Button
          className={classes.clear}
          size="small"
          onClick={() => onChange({ ...readListing({}), sort: listing.sort })}
        >
          {t('index.filter.clear')}
        </Button>
      )}
    </div>
  );
}

type ListingChange = Partial<Omit<Listing, 'sort'>> & {
  sort?: Listing['sort'];
};
