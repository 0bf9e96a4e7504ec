import Box from '@material-ui/core/Box';
import { useQueryParamState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  TeamsPage,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { Pages } from '../../hooks/usePages';
import { useTeams } from '../../hooks/useTeams';
import {
  isEveryTeam,
  readTeamListing,
  TeamListing,
  TeamListingParams,
  teamsQuery,
  writeTeamListing,
} from '../../lib/teamListing';
import { customerLayerTranslationRef } from '../../translation';
import { GraphFooter } from '../GraphFooter';
import { ListCard, ListCount } from '../Listing';
import { MoreButton } from '../MoreButton';
import { NoTeams } from './NoTeams';
import { TeamFilters } from './TeamFilters';
import { TeamsTable } from './TeamsTable';

type ListProps = {
  listing: TeamListing;
  pages: Pages<TeamSummary, TeamsPage>;
};

function List({ listing, pages }: ListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { first, items } = pages;
  const { totalItems, hiddenItems = 0, graph } = first;
  if (!totalItems && isEveryTeam(listing)) {
    return <NoTeams />;
  }
  return (
    <>
      <ListCount>
        {totalItems
          ? t('teams.count', {
              shown: items.length.toLocaleString(language),
              total: totalItems.toLocaleString(language),
            })
          : t('teams.none')}
        {hiddenItems > 0 && <> {t('index.hidden', { count: hiddenItems })}</>}
      </ListCount>
      {totalItems > 0 && <TeamsTable teams={items} />}
      <MoreButton pages={pages} />
      <Box mt={2}>
        <GraphFooter builtAt={graph.builtAt} truncated={false} />
      </Box>
    </>
  );
}

/** All operations teams; which of them, and in which order, stands in the address of the page. */
export function TeamsIndex() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [params, setParams] = useQueryParamState<TeamListingParams>('filters');
  const listing = useMemo(() => readTeamListing(params), [params]);
  const query = useMemo(() => teamsQuery(listing), [listing]);
  const setListing = useCallback(
    (changed: TeamListing) => setParams(writeTeamListing(changed)),
    [setParams],
  );
  const answer = useTeams(query);
  return (
    <ListCard
      title={t('teams.title')}
      subtitle={t('teams.subtitle')}
      filters={<TeamFilters listing={listing} onChange={setListing} />}
      answer={answer}
    >
      {pages => <List listing={listing} pages={pages} />}
    </ListCard>
  );
}
