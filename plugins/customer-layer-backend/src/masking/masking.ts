import {
  CustomerSummary,
  Delivery,
  EntityLayers,
  Impact,
  isMaskedRef,
  pillarsMissing,
  TeamEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { sortBy } from 'lodash';
import { CanRead, Mask } from './Mask';
import { spellOutHidden } from './problems';

/** Hides in the layers of an entity what the caller may not read; the entity itself must be readable. */
export function maskLayers(
  layers: EntityLayers,
  canRead: CanRead,
): EntityLayers {
  const mask = new Mask(canRead);
  return mask.number({
    ...layers,
    customers: mask.customers(layers.customers),
    operations: mask.operations(layers.operations),
    supply: mask.supply(layers.supply),
    problems: spellOutHidden(layers, canRead),
    missing: layers.missing.filter(canRead),
  });
}

/** Hides in an impact what the caller may not read; the failing entities must be readable. */
export function maskImpact(impact: Impact, canRead: CanRead): Impact {
  const mask = new Mask(canRead);
  return mask.number({
    ...impact,
    customers: mask.customers(impact.customers),
    affected: mask.affected(impact.affected),
    operations: mask.teams(impact.operations),
  });
}

const byNumber = (refs: readonly string[]) =>
  sortBy(refs, ref => (isMaskedRef(ref) ? Number(ref.slice(1)) : 0));

/** Hides in a delivery what the caller may not read; the customer itself must be readable. */
export function maskDelivery(delivery: Delivery, canRead: CanRead): Delivery {
  const mask = new Mask(canRead);
  const { serves, restsOn, operationsTeams, weakestTeam, ...rest } = delivery;
  const masked = mask.number({
    ...rest,
    customers: mask.refs(delivery.customers),
    chain: mask.supply(delivery.chain),
    operations: mask.teams(delivery.operations),
    missing: delivery.missing.filter(canRead),
    // After the entries, so that the numbers are theirs.
    serves,
    restsOn,
    operationsTeams,
    ...(weakestTeam && {
      weakestTeam: weakestOf(delivery.operations, weakestTeam, canRead),
    }),
  });
  return {
    // Keeps the fields in their order; each has its masked value.
    ...delivery,
    ...masked,
    serves: byNumber(masked.serves),
    restsOn: byNumber(masked.restsOn),
    operationsTeams: byNumber(masked.operationsTeams),
  };
}

// Of several equally weak teams the first by ref is named; a hidden one must not gain by its ref.
function weakestOf(
  teams: readonly TeamEntry[],
  weakest: string,
  canRead: CanRead,
): string {
  const entry = teams.find(({ teamRef }) => teamRef === weakest);
  const equal =
    entry &&
    teams.find(
      team =>
        canRead(team.teamRef) && pillarsMissing(team) === pillarsMissing(entry),
    );
  return equal?.teamRef ?? weakest;
}

/** Hides the customers that the caller may not read, and puts them last. */
export function maskCustomers(
  customers: readonly CustomerSummary[],
  canRead: CanRead,
): CustomerSummary[] {
  const mask = new Mask(canRead);
  return mask.number(mask.summaries(customers));
}
