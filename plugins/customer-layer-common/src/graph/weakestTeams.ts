import { PILLARS } from '../model/readiness';
import { WeakestTeam } from './listings';
import { CustomerGraph } from './CustomerGraph';
import { customersBelow } from './deliveryChain';
import { floodInSteps } from './floodInSteps';
import { GraphIndex, serviceNode } from './GraphIndex';
import { listCustomersInSteps } from './customersOf';
import { operatedByInSteps } from './operatedBy';
import { Judging, pillarsMissing, teamEntry } from './operations';

// So many teams are judged in one step.
const TEAMS_PER_STEP = 100;

/** A team that misses pillars. */
type WeakTeam = { team: number; teamRef: string; missing: number };

/**
 * The refs of all teams that operate anything, those that the catalog lacks included, in steps; sorted.
 *
 * @public
 */
export function* teamRefsInSteps({
  index,
}: CustomerGraph): Generator<undefined, string[]> {
  const operated = yield* operatedByInSteps(index);
  return [...operated.keys()]
    .sort(index.refs.compare)
    .map(team => index.refs.get(team));
}

/**
 * The weakest team of the delivery to each customer, as {@link deliveryTo} finds it, for all customers at once and in
 * steps. O(entities + relations).
 *
 * @param judging - `orderOf`: of teams that miss as many pillars the one with the smallest of these numbers is named, then
 * the first by ref; all alike where absent
 * @returns by ref of the customer; absent where no team misses a pillar
 * @public
 */
export function* weakestTeamsInSteps(
  { index }: CustomerGraph,
  judging: Judging & { orderOf?(teamRef: string): number },
): Generator<undefined, ReadonlyMap<string, Required<WeakestTeam>>> {
  const operated = yield* operatedByInSteps(index);
  const weak = yield* weakTeamsInSteps(index, [...operated.keys()], judging);
  const weakestFrom = yield* floodInSteps(index, {
    groups: weak.map(({ team }) => servicesOf(operated.get(team)!)),
    backwards: index.serves,
  });

  const customers = yield* listCustomersInSteps(index);
  const own = new Map<number, number>();
  for (const { node, serving } of customers) {
    own.set(
      node,
      serving.reduce(
        (least, at) => Math.min(least, weakestFrom(at) ?? Infinity),
        Infinity,
      ),
    );
    yield undefined;
  }
  const weakest = new Map<string, Required<WeakestTeam>>();
  for (const { node, summary } of customers) {
    const found =
      weak[
        Math.min(
          ...customersBelow(index, node).map(at => own.get(at) ?? Infinity),
        )
      ];
    if (found) {
      weakest.set(summary.customerRef, {
        teamRef: found.teamRef,
        passes: PILLARS.length - found.missing,
      });
    }
  }
  return weakest;
}

// As itself and as depended upon: in both an entity is part of what others rest on.
function* servicesOf(nodes: readonly number[]): Generator<number> {
  for (const node of nodes) {
    yield serviceNode(node, 0);
    yield serviceNode(node, 1);
  }
}

function* weakTeamsInSteps(
  index: GraphIndex,
  teams: readonly number[],
  {
    orderOf = () => 0,
    ...judging
  }: Judging & {
    orderOf?(teamRef: string): number;
  },
): Generator<undefined, WeakTeam[]> {
  const weak: WeakTeam[] = [];
  for (let i = 0; i < teams.length; i++) {
    const entry = teamEntry(index, teams[i], judging);
    const missing = pillarsMissing(entry) ?? 0;
    if (missing > 0) {
      weak.push({ team: teams[i], teamRef: entry.teamRef, missing });
    }
    if (i % TEAMS_PER_STEP === 0) {
      yield undefined;
    }
  }
  return weak.sort(
    (a, b) =>
      b.missing - a.missing ||
      orderOf(a.teamRef) - orderOf(b.teamRef) ||
      index.refs.compare(a.team, b.team),
  );
}
