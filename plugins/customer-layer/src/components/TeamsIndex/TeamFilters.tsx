import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isEveryTeam,
  READY_CHOICES,
  readTeamListing,
  TEAM_LISTING_ORDERS,
  TeamListing,
} from '../../lib/teamListing';
import { customerLayerTranslationRef } from '../../translation';
import { ChoiceField, ListFilters } from '../Listing';

/** Props of {@link TeamFilters}. */
export type TeamFiltersProps = {
  listing: TeamListing;
  onChange: (listing: TeamListing) => void;
};

/** Which teams to show, and in which order. */
export function TeamFilters({ listing, onChange }: TeamFiltersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
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
        isEveryTeam(listing)
          ? undefined
          : () => onChange({ ...readTeamListing({}), sort: listing.sort })
      }
      fieldWidth={160}
    >
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
        label={t('index.sort.label')}
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
    </ListFilters>
  );
}
