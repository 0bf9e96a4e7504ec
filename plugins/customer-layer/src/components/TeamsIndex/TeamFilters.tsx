import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import {
  isEveryTeam,
  READY_CHOICES,
  readTeamListing,
  TEAM_LISTING_ORDERS,
  TeamListing,
} from '../../lib/teamListing';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceField } from '../AuditFindings/ChoiceField';
import { TextFilter } from '../AuditFindings/TextFilter';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    clear: {
      justifySelf: 'start',
    },
  }),
  { name: 'CustomerLayerTeamFilters' },
);

/** Props of {@link TeamFilters}. */
export type TeamFiltersProps = {
  listing: TeamListing;
  onChange: (listing: TeamListing) => void;
};

/** Which teams to show, and in which order. */
export function TeamFilters({ listing, onChange }: TeamFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const setText = useCallback(
    (text: string) => onChange({ ...listing, text }),
    [listing, onChange],
  );
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('teams.filter.title')}
    >
      <TextFilter
        label={t('teams.filter.text')}
        text={listing.text ?? ''}
        onChange={setText}
      />
      <ChoiceField
        label={t('teams.filter.readiness')}
        choices={READY_CHOICES.map(ready => ({
          value: ready,
          label: t(`teams.filter.${ready}`),
        }))}
        chosen={listing.ready ? [listing.ready] : []}
        onChange={([chosen]) =>
          onChange({
            ...listing,
            ready: READY_CHOICES.find(ready => ready === chosen),
          })
        }
      />
      <ChoiceField
        label={t('teams.sort.label')}
        choices={TEAM_LISTING_ORDERS.map(order => ({
          value: order,
          label: t(`teams.sort.${order}`),
        }))}
        chosen={[listing.sort]}
        required
        onChange={([chosen]) =>
          onChange({
            ...listing,
            sort:
              TEAM_LISTING_ORDERS.find(order => order === chosen) ??
              listing.sort,
          })
        }
      />
      {!isEveryTeam(listing) && (
        <Button
          className={classes.clear}
          size="small"
          onClick={() =>
            onChange({ ...readTeamListing({}), sort: listing.sort })
          }
        >
          {t('teams.filter.clear')}
        </Button>
      )}
    </div>
  );
}
