import {
  pillarsMissing,
  TeamOrder,
  TeamsQuery,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { matchingText, sortableName } from './listed';
import { Place, SortKey } from './sortedPage';

/** Which teams somebody wants to see. */
export type TeamFilters = Pick<TeamsQuery, 'ready' | 'text'>;

// Those of which nothing can be said, since they are no Groups, come after those that miss nothing.
const NOTHING_KNOWN = 1;

const named = ({ teamRef: ref, title }: TeamSummary) => ({ ref, title });

/** Where a team stands in an order. */
export const placeOfTeam =
  (order: TeamOrder) =>
  (team: TeamSummary): Place => ({
    ref: team.teamRef,
    key: keyOf(team, order),
  });

function keyOf(team: TeamSummary, order: TeamOrder): SortKey {
  const { operates } = team;
  switch (order) {
    case 'readiness': {
      const missing = pillarsMissing(team);
      return [missing === undefined ? NOTHING_KNOWN : -missing, -operates];
    }
    case 'name':
      return [sortableName(named(team))];
    case 'operates':
      return [-operates];
    default:
      return [];
  }
}

/** Says of a team whether it passes all filters. */
export function matchingTeam({
  ready,
  text,
}: TeamFilters): (team: TeamSummary) => boolean {
  const hasText = matchingText(text);
  return team =>
    (ready === undefined || (pillarsMissing(team) === 0) === ready) &&
    hasText(named(team));
}
