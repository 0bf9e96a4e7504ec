import { DeliveryEvidence } from '../graph/answers';
import { ReadinessEvidence } from '../model/readiness';

/** What is known of a team beside its annotations. @public */
export type TeamEvidence = Pick<
  ReadinessEvidence,
  'by' | 'onCall' | 'trainedOn' | 'runbooks' | 'dashboards' | 'reviewedOn'
>;

/**
 * What is known of an entity beside its annotations: from a confirmation, an on-call system, a training register.
 *
 * @public
 */
export type MoreEvidence = {
  /** Of a delivery: when the customer side confirmed it, as an ISO 8601 date. */
  confirmedOn?: string;
  team?: TeamEvidence;
};

/** Looks up what more is known of an entity. @public */
export type EvidenceLookup = (entityRef: string) => MoreEvidence | undefined;

function newer(one: string | undefined, other: string | undefined) {
  return (one ?? '') >= (other ?? '') ? one : other;
}

const both = (
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
) => (one && other ? [...new Set([...one, ...other])] : one ?? other);

type Told = keyof NonNullable<TeamEvidence['by']>;

// Of what is put together, those who already knew are named.
function sources(
  known: TeamEvidence,
  more: TeamEvidence,
  added: TeamEvidence,
): TeamEvidence['by'] {
  const by: TeamEvidence['by'] = {};
  const fields: Told[] = [
    'onCall',
    'trainedOn',
    'runbooks',
    'dashboards',
    'reviewedOn',
  ];
  for (const field of fields) {
    const own = known[field];
    const stays =
      typeof own === 'object' ? own.length > 0 : own === added[field];
    const source = (stays ? known : more).by?.[field];
    if (source) {
      by[field] = source;
    }
  }
  return Object.keys(by).length ? by : undefined;
}

/** Of dates the newer one counts; URLs are put together, and of two ways to reach a team the first is kept. */
export function addTeamEvidence<T extends TeamEvidence>(
  known: T,
  more: TeamEvidence | undefined,
): T {
  if (!more) {
    return known;
  }
  const onCall = known.onCall ?? more.onCall;
  const trainedOn = newer(known.trainedOn, more.trainedOn);
  const reviewedOn = newer(known.reviewedOn, more.reviewedOn);
  const runbooks = both(known.runbooks, more.runbooks);
  const dashboards = both(known.dashboards, more.dashboards);
  const added = {
    ...(onCall && { onCall }),
    ...(trainedOn && { trainedOn }),
    ...(reviewedOn && { reviewedOn }),
    ...(runbooks && { runbooks }),
    ...(dashboards && { dashboards }),
  };
  const by = sources(known, more, added);
  return { ...known, ...added, ...(by && { by }) };
}

/** Of two confirmations the newer one counts. */
export function addDeliveryEvidence(
  known: DeliveryEvidence | undefined,
  more: MoreEvidence | undefined,
): DeliveryEvidence {
  const confirmedOn = newer(known?.confirmedOn, more?.confirmedOn);
  return { ...known, ...(confirmedOn && { confirmedOn }) };
}

/** Puts together what several sources know of one entity. @public */
export function addEvidence(
  known: MoreEvidence | undefined,
  more: MoreEvidence | undefined,
): MoreEvidence | undefined {
  if (!known || !more) {
    return known ?? more;
  }
  const confirmedOn = newer(known.confirmedOn, more.confirmedOn);
  const team =
    known.team || more.team
      ? addTeamEvidence(known.team ?? {}, more.team)
      : undefined;
  return { ...(confirmedOn && { confirmedOn }), ...(team && { team }) };
}
