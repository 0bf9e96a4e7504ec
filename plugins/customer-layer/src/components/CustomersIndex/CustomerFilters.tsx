import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CUSTOMER_ROLES,
  STAGES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  isWholeList,
  Listing,
  LISTING_ORDERS,
  readListing,
  TIERS,
} from '../../lib/customerListing';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceField, ListFilters } from '../Listing';

/** Props of {@link CustomerFilters}. */
export type CustomerFiltersProps = {
  listing: Listing;
  onChange: (listing: Listing) => void;
};

/** Which customers to show, and in which order. */
export function CustomerFilters({ listing, onChange }: CustomerFiltersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const set = (changed: ListingChange) => onChange({ ...listing, ...changed });
  return (
    <ListFilters
      words={{
        title: t('index.filter.title'),
        text: t('index.filter.text'),
        clear: t('index.filter.clear'),
      }}
      filters={listing}
      onChange={onChange}
      onClear={
        isWholeList(listing)
          ? undefined
          : () => onChange({ ...readListing({}), sort: listing.sort })
      }
      fieldWidth={128}
    >
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
    </ListFilters>
  );
}

type ListingChange = Partial<Omit<Listing, 'sort'>> & {
  sort?: Listing['sort'];
};
