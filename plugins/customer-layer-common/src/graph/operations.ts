import { addTeamEvidence, EvidenceLookup } from '../audit/evidence';
import {
  PILLARS,
  Readiness,
  ReadinessThresholds,
  assessReadiness,
  pillarsNotPassed,
} from '../model/readiness';
import { hasEdge } from './Adjacency';
import { OperationsEntry, OperationsSource, TeamEntry } from './answers';
import { declares } from './ContainerWalk';
import { GraphIndex, isHeld } from './GraphIndex';
import { Naming } from './Naming';
import { row } from './Paged';

/** How teams and deliveries are judged. @public */
export type Judging = {
  /** The time at which ages are judged. */
  now: Date;
  /** What teams must show; what ships, where absent. */
  thresholds?: ReadinessThresholds;
  /** What is known beside annotations. */
  evidence?: EvidenceLookup;
};

/** The effective operations teams of an entity, in order; see docs/derivation.md#operations. */
export function operationsTeams(
  index: GraphIndex,
  node: number,
): readonly number[] {
  const known = index.teams.get(node);
  if (known) {
    return known;
  }
  const teams = findTeams(index, node);
  index.teams.set(node, teams);
  return teams;
}

function findTeams(index: GraphIndex, node: number): readonly number[] {
  const { walk, said } = walkToDeclarers(index, node);
  if (!said) {
    return index.rules.assumeOwner
      ? Array.from(row(index.edges.owners, node))
      : [];
  }
  const teams = new Set<number>();
  for (const declarer of walk.nodes) {
    row(index.edges.operations, declarer).forEach(team => teams.add(team));
  }
  return [...teams].sort(index.refs.compare);
}

/** The effective operations teams of several entities. */
export function teamsOf(
  index: GraphIndex,
  nodes: Iterable<number>,
): Set<number> {
  const teams = new Set<number>();
  addTeams(index, nodes, teams);
  return teams;
}

/** Adds the effective operations teams of several entities to others. */
export function addTeams(
  index: GraphIndex,
  nodes: Iterable<number>,
  teams: Set<number>,
): void {
  for (const node of nodes) {
    operationsTeams(index, node).forEach(team => teams.add(team));
  }
}

/** Effective operations teams of an entity, and how it came by them. */
export function operationsEntries(
  index: GraphIndex,
  node: number,
  options: {
    teams: readonly number[];
    judging: Judging;
    naming: Naming;
  },
): OperationsEntry[] {
  const { walk, said } = walkToDeclarers(index, node);
  return options.teams.map(team => {
    const declarer = said
      ? walk.nodes.find(from =>
          hasEdge(
            index.edges.operations,
            { from, to: team },
            index.refs.compare,
          ),
        )!
      : node;
    const source = declarer === node ? 'declared' : 'inherited';
    const assigned = said && index.facts.assigned(declarer, 'operations');
    return {
      ...teamEntry(index, team, options.judging),
      source: said ? source : 'assumed',
      path: walk.pathTo(declarer).map(at => options.naming.ref(at)),
      ...(assigned && { assigned }),
    };
  });
}

/** How an entity came by one of its effective operations teams. */
export function operationsSource(
  index: GraphIndex,
  node: number,
  team: number,
): OperationsSource {
  const { edges, refs } = index;
  if (hasEdge(edges.operations, { from: node, to: team }, refs.compare)) {
    return 'declared';
  }
  return walkToDeclarers(index, node).said ? 'inherited' : 'assumed';
}

// Up the containers, and whether anything on the way declares something, `none` included.
function walkToDeclarers(index: GraphIndex, node: number) {
  const walk = index.scratch
    .containerWalk(index.refs.size)
    .run(index, node, 'operations');
  const said = walk.nodes.some(at => declares(index, at, 'operations'));
  return { walk, said };
}

/** A team on its own. */
export function teamEntry(
  index: GraphIndex,
  team: number,
  judging: Judging,
): TeamEntry {
  const facts = index.facts.get(team);
  const readiness = readinessOf(index, team, judging);
  return {
    teamRef: index.refs.get(team),
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
  { now, thresholds, evidence: lookUp }: Judging,
): Readiness | undefined {
  const evidence = index.facts.get(team)?.team;
  if (!evidence) {
    return undefined;
  }
  const { manager, ...rest } = addTeamEvidence(
    evidence,
    lookUp?.(index.refs.get(team))?.team,
  );
  return assessReadiness(
    {
      ...rest,
      members: countMembers(index, team),
      ...(manager && {
        manager: { ref: manager, exists: isHeld(index, manager) },
      }),
    },
    now,
    thresholds,
  );
}

// Distinct members that exist, those of child groups included, however the groups are nested.
function countMembers(index: GraphIndex, team: number): number {
  const known = index.memberCounts.get(team);
  if (known !== undefined) {
    return known;
  }
  const members = new Set<number>();
  const groups = new Set([team]);
  for (const group of groups) {
    for (const member of row(index.edges.members, group)) {
      if (index.facts.held(member)) {
        members.add(member);
      }
    }
    for (const child of row(index.edges.children, group)) {
      groups.add(child);
    }
  }
  index.memberCounts.set(team, members.size);
  return members.size;
}
