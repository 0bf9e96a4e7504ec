import {
  PILLARS,
  Readiness,
  assessReadiness,
  pillarsNotPassed,
} from '../model/readiness';
import { row } from './Adjacency';
import { OperationsEntry, TeamEntry } from './answers';
import { pathToDeclarer } from './directIndex';
import { GraphIndex, isHeld } from './GraphIndex';

/** The effective operations teams of an entity, in order; see docs/derivation.md#operations. */
export function operationsTeams(index: GraphIndex, node: number): number[] {
  const { offsets, targets, said } = index.direct.operations;
  if (said[node]) {
    return Array.from(targets.subarray(offsets[node], offsets[node + 1])).sort(
      (a, b) => a - b,
    );
  }
  return index.assumeOwner ? Array.from(row(index.owners, node)) : [];
}

/** The effective operations teams of an entity, and how it came by them. */
export function operationsEntries(
  index: GraphIndex,
  node: number,
  now: Date,
): OperationsEntry[] {
  const { direct, refs } = index;
  const { offsets, targets, declarers, said } = direct.operations;
  const first = offsets[node];
  const declarerOf = (team: number) => declarers[targets.indexOf(team, first)];

  return operationsTeams(index, node).map(team => {
    const declarer = said[node] ? declarerOf(team) : node;
    const source = declarer === node ? 'declared' : 'inherited';
    return {
      ...teamEntry(index, team, now),
      source: said[node] ? source : 'assumed',
      path: pathToDeclarer(direct.operations, node, declarer).map(
        at => refs[at],
      ),
    };
  });
}

/** A team on its own. */
export function teamEntry(
  index: GraphIndex,
  team: number,
  now: Date,
): TeamEntry {
  const facts = index.facts[team];
  const readiness = readinessOf(index, team, now);
  return {
    teamRef: index.refs[team],
    ...(facts?.title && { title: facts.title }),
    exists: facts !== undefined,
    ...(readiness && { readiness }),
  };
}

/**
 * How many of the four pillars a team does not pass. One that doesn't exist passes none; one that isn't a Group has no
 * pillars, and gives undefined.
 *
 * @public
 */
export function pillarsMissing(
  team: Pick<TeamEntry, 'exists' | 'readiness'>,
): number | undefined {
  if (!team.exists) {
    return PILLARS.length;
  }
  return team.readiness && pillarsNotPassed(team.readiness);
}

/** The team with the most pillars missing, the first where several miss as many; undefined when none misses any. */
export function weakestTeam(teams: readonly TeamEntry[]): string | undefined {
  let weakest: string | undefined;
  let most = 0;
  for (const team of teams) {
    const missing = pillarsMissing(team) ?? 0;
    if (missing > most) {
      most = missing;
      weakest = team.teamRef;
    }
  }
  return weakest;
}

function readinessOf(
  index: GraphIndex,
  team: number,
  now: Date,
): Readiness | undefined {
  const evidence = index.facts[team]?.team;
  if (!evidence) {
    return undefined;
  }
  const { manager, ...rest } = evidence;
  return assessReadiness(
    {
      ...rest,
      members: countMembers(index, team),
      ...(manager && {
        manager: { ref: manager, exists: isHeld(index, manager) },
      }),
    },
    now,
  );
}

// Distinct members that exist, those of child groups included, however the groups are nested.
function countMembers(index: GraphIndex, team: number): number {
  const members = new Set<number>();
  const groups = new Set([team]);
  for (const group of groups) {
    for (const member of row(index.members, group)) {
      if (index.facts[member]) {
        members.add(member);
      }
    }
    for (const child of row(index.children, group)) {
      groups.add(child);
    }
  }
  return members.size;
}
