import {
  AffectedEntity,
  Impact,
  TeamEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** A team to call. */
export type CalledTeam = TeamEntry & {
  /** Whether it operates something of what fails itself. */
  first: boolean;
  /** How many of the affected entities it operates, as far as they are in the answer. */
  affected: number;
};

const operatedBy = (entities: readonly AffectedEntity[]) => {
  const counts = new Map<string, number>();
  for (const { operationsTeams } of entities) {
    for (const team of operationsTeams) {
      counts.set(team, (counts.get(team) ?? 0) + 1);
    }
  }
  return counts;
};

/** The teams to call: who operates what fails, then who operates most of what is affected. */
export function teamsToCall({
  failing,
  affected,
  operations,
}: Pick<Impact, 'failing' | 'affected' | 'operations'>): CalledTeam[] {
  const first = operatedBy(failing);
  const counts = operatedBy(affected);
  return operations
    .map(team => ({
      ...team,
      first: first.has(team.teamRef),
      affected: counts.get(team.teamRef) ?? 0,
    }))
    .sort(
      (a, b) =>
        Number(b.first) - Number(a.first) ||
        Number(a.hidden ?? false) - Number(b.hidden ?? false) ||
        b.affected - a.affected,
    );
}
