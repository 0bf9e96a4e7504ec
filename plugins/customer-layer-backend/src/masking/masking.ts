import {
  Delivery,
  EntityLayers,
  Impact,
  inWindow,
  pillarsMissing,
  TeamOperations,
  Truncation,
  truncation,
  Window,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  AFFECTED,
  CONSUMED,
  CUSTOMERS,
  OPERATED,
  OPERATIONS,
  SUPPLY,
  TEAMS,
} from './arrangements';
import { Mask } from './Mask';
import { refsInProblems, spellOutHidden } from './problems';

/** The lists of each answer that a limit may cut. */
export const LISTS = {
  layers: ['customers', 'operations', 'supply'],
  impact: ['customers', 'affected', 'operations'],
  delivery: ['serves', 'restsOn', 'operationsTeams', 'chain', 'operations'],
  operations: ['operates', 'customerOf'],
} as const;

/** Takes note of every ref in the layers of an entity, if there are any, in full or in short. */
export async function noteLayers(
  layers: EntityLayers | undefined,
  mask: Mask,
): Promise<void> {
  if (layers) {
    await mask.note(layers);
    await mask.note(refsInProblems(layers));
  }
}

/**
 * Hides in the layers of an entity what the viewer may not read, and cuts what is left to a window. The entity itself
 * must be readable.
 *
 * @param layers - whole, since what is hidden comes last among its equals; noted by the mask
 */
export async function maskLayers(
  layers: EntityLayers,
  mask: Mask,
  window: Window,
): Promise<EntityLayers> {
  return cutAndNumber(
    {
      ...layers,
      customers: await mask.arrange(layers.customers, CUSTOMERS),
      operations: await mask.arrange(layers.operations, OPERATIONS),
      supply: await mask.arrange(layers.supply, SUPPLY),
      problems: spellOutHidden(layers, mask.canRead),
      missing: layers.missing.filter(mask.canRead),
    },
    LISTS.layers,
    { mask, window },
  );
}

/**
 * Hides in an impact what the viewer may not read, and cuts what is left to a window. The failing entities must be
 * readable.
 *
 * @param impact - whole, and noted by the mask
 */
export async function maskImpact(
  impact: Impact,
  mask: Mask,
  window: Window,
): Promise<Impact> {
  return cutAndNumber(
    {
      ...impact,
      failing: await mask.arrange(impact.failing, AFFECTED),
      customers: await mask.arrange(impact.customers, CUSTOMERS),
      affected: await mask.arrange(impact.affected, AFFECTED),
      operations: await mask.arrange(impact.operations, TEAMS),
    },
    LISTS.impact,
    { mask, window },
  );
}

/**
 * Hides in a delivery what the viewer may not read, and cuts what is left to a window. The customer itself must be
 * readable.
 *
 * @param delivery - whole, and noted by the mask
 */
export async function maskDelivery(
  delivery: Delivery,
  mask: Mask,
  window: Window,
): Promise<Delivery> {
  const { weakestTeam } = delivery;
  return cutAndNumber(
    {
      ...delivery,
      customers: mask.refs(delivery.customers),
      serves: mask.refs(delivery.serves),
      restsOn: mask.refs(delivery.restsOn),
      operationsTeams: mask.refs(delivery.operationsTeams),
      chain: await mask.arrange(delivery.chain, SUPPLY),
      operations: await mask.arrange(delivery.operations, TEAMS),
      missing: delivery.missing.filter(mask.canRead),
      ...(weakestTeam && {
        weakestTeam: weakestOf(delivery, weakestTeam, mask),
      }),
    },
    LISTS.delivery,
    { mask, window },
  );
}

/**
 * Hides in what a team operates and consumes what the viewer may not read, and cuts what is left to a window. The team
 * itself must be readable.
 *
 * @param operations - whole, and noted by the mask
 */
export async function maskOperations(
  operations: TeamOperations,
  mask: Mask,
  window: Window,
): Promise<TeamOperations> {
  return cutAndNumber(
    {
      ...operations,
      operates: await mask.arrange(operations.operates, OPERATED),
      customerOf: await mask.arrange(operations.customerOf, CONSUMED),
    },
    LISTS.operations,
    { mask, window },
  );
}

// Of several equally weak teams the first by ref is named; a hidden one must not gain by its ref.
function weakestOf(
  { operations }: Delivery,
  weakest: string,
  mask: Mask,
): string {
  const most = operations
    .filter(({ teamRef }) => teamRef === weakest)
    .map(pillarsMissing);
  const equals = operations.filter(team => most.includes(pillarsMissing(team)));
  return mask.refs(equals.map(({ teamRef }) => teamRef))[0];
}

function cutAndNumber<
  List extends string,
  Answer extends Truncation<List> & Record<List, unknown[]>,
>(
  answer: Answer,
  lists: readonly List[],
  { mask, window }: { mask: Mask; window: Window },
): Promise<Answer> {
  const cut = { ...answer };
  const lengths = {} as Record<List, number>;
  for (const list of lists) {
    lengths[list] = answer[list].length;
    Object.assign(cut, { [list]: inWindow<unknown[]>(answer[list], window) });
  }
  return mask.number({ ...cut, ...truncation(cut, lengths) });
}
