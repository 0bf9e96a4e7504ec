import { TeamSummary } from './listings';
import { CustomerGraph } from './CustomerGraph';
import { GraphIndex } from './GraphIndex';
import { operatedByInSteps } from './operatedBy';
import { Judging, teamEntry } from './operations';

// So many teams are judged, or looked at, in one step.
const TEAMS_PER_STEP = 100;

const deliverables = ({ facts }: GraphIndex, nodes: readonly number[] = []) =>
  nodes.filter(node => facts.deliverable(node));

/**
 * All teams that operate anything, those that the catalog lacks included, in steps. By ref. What depends on the caller
 * is left out. O(entities + teams).
 *
 * @public
 */
export function* teamsInSteps(
  { index }: CustomerGraph,
  judging: Judging,
): Generator<undefined, TeamSummary[]> {
  const operated = yield* operatedByInSteps(index);
  const summaries: TeamSummary[] = [];
  let looked = 0;
  for (const team of [...operated.keys()].sort(index.refs.compare)) {
    const operates = deliverables(index, operated.get(team)).length;
    if (operates > 0) {
      summaries.push({ ...teamEntry(index, team, judging), operates });
    }
    looked++;
    if (looked % TEAMS_PER_STEP === 0) {
      yield undefined;
    }
  }
  return summaries;
}

/** What some teams operate, each with the refs of its entities in order; in steps. @public */
export function* operatedRefsInSteps(
  { index }: CustomerGraph,
  teamRefs: readonly string[],
): Generator<undefined, Array<{ teamRef: string; entityRefs: string[] }>> {
  const operated = yield* operatedByInSteps(index);
  return teamRefs.map(teamRef => {
    const team = index.refs.find(teamRef);
    const nodes = team === undefined ? [] : operated.get(team);
    return {
      teamRef,
      entityRefs: deliverables(index, nodes).map(node => index.refs.get(node)),
    };
  });
}
