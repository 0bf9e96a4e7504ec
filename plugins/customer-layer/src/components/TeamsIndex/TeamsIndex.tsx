import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Progress, useQueryParamState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
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
import { AnswerBoundary } from '../AnswerBoundary';
import { GraphFooter } from '../GraphFooter';
import { HiddenHeading } from '../HiddenHeading';
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
      <Typography
        variant="caption"
        color="textSecondary"
        component="p"
        role="status"
      >
        {totalItems
          ? t('teams.count', {
              shown: items.length.toLocaleString(language),
              total: totalItems.toLocaleString(language),
            })
          : t('teams.none')}
        {hiddenItems > 0 && <> {t('teams.hidden', { count: hiddenItems })}</>}
      </Typography>
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
    <>
      <HiddenHeading>{t('teams.subtitle')}</HiddenHeading>
      <EntityInfoCard title={t('teams.title')}>
        <TeamFilters listing={listing} onChange={setListing} />
        <AnswerBoundary
          answer={answer}
          loading={
            <div style={{ minHeight: 320 }}>
              <Progress />
            </div>
          }
        >
          {pages => <List listing={listing} pages={pages} />}
        </AnswerBoundary>
      </EntityInfoCard>
    </>
  );
}
