import {
  AffectedEntity,
  Impact,
  isMaskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Somebody who must be told of a planned change, and what of theirs it touches. */
export type Notice = {
  teamRef: string;
  title?: string;
  exists: boolean;
  /** What they own or operate of what is changed, then of what is affected, by distance. */
  owns: AffectedEntity[];
  /** What they operate and others own. */
  operates: AffectedEntity[];
};

/** Who must be told of a planned change. */
export type Notices = {
  /** Who is touched by most comes first; those that the user may not read last. */
  notices: Notice[];
  /** What nobody owns and nobody operates: there is nobody to tell. */
  unowned: AffectedEntity[];
  /** How many entities the user may not read, so that it isn't known whose they are. */
  hidden: number;
};

/** Lists, owner by owner, who must be told of a planned change. */
export function noticesOf({
  failing,
  affected,
  operations,
}: Pick<Impact, 'failing' | 'affected' | 'operations'>): Notices {
  const teams = new Map(operations.map(team => [team.teamRef, team]));
  const notices = new Map<string, Notice>();
  const noticeTo = (teamRef: string): Notice => {
    const known = notices.get(teamRef);
    if (known) {
      return known;
    }
    const { title, exists = true } = teams.get(teamRef) ?? {};
    const notice: Notice = {
      teamRef,
      ...(title && { title }),
      exists,
      owns: [],
      operates: [],
    };
    notices.set(teamRef, notice);
    return notice;
  };

  const entities = [...failing, ...affected];
  for (const entity of entities) {
    const { owners, operationsTeams } = entity;
    owners.forEach(team => noticeTo(team).owns.push(entity));
    operationsTeams
      .filter(team => !owners.includes(team))
      .forEach(team => noticeTo(team).operates.push(entity));
  }
  const touches = ({ owns, operates }: Notice) => owns.length + operates.length;
  return {
    notices: [...notices.values()].sort(
      (a, b) =>
        Number(isMaskedRef(a.teamRef)) - Number(isMaskedRef(b.teamRef)) ||
        touches(b) - touches(a),
    ),
    unowned: entities.filter(
      ({ owners, operationsTeams, hidden }) =>
        !hidden && !owners.length && !operationsTeams.length,
    ),
    hidden: entities.filter(({ hidden }) => hidden).length,
  };
}
