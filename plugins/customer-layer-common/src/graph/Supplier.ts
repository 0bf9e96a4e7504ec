import { SupplyEntry } from './answers';
import { GraphIndex, isHeld } from './GraphIndex';
import { Naming } from './Naming';
import { operationsTeams as teamsOfNode } from './operations';
import { row } from './Paged';

/** An entity as something that others rest on: what is the same for all of them, made once for a graph. */
export type Supplier = {
  /** The entry, but for distance and path. */
  readonly entry: SupplyEntry;
  /** Its owners and operations teams that name nothing in the catalog. */
  readonly missing: readonly number[];
};

const NOTHING: readonly never[] = [];

/** An entity as something that others rest on. */
export function supplierOf(index: GraphIndex, node: number): Supplier {
  let supplier = index.suppliers.get(node);
  if (!supplier) {
    supplier = makeSupplier(index, node);
    index.suppliers.set(node, supplier);
  }
  return supplier;
}

function makeSupplier(index: GraphIndex, node: number): Supplier {
  const facts = index.facts.get(node);
  const owners = Array.from(row(index.edges.owners, node));
  const teams = teamsOfNode(index, node);
  const named = [...owners, ...teams];
  return {
    entry: {
      entityRef: index.refs.get(node),
      ...(facts?.title && { title: facts.title }),
      layer: facts?.layer ?? 'unclassified',
      distance: 0,
      path: [],
      owners: refsOf(index, owners),
      operationsTeams: refsOf(index, teams),
      ...responsibility(index, node),
      exists: facts !== undefined,
    },
    missing: named.every(team => index.facts.held(team))
      ? NOTHING
      : named.filter(team => !index.facts.held(team)),
  };
}

/** Who is responsible for an entity beside us. A provider that the catalog holds is given as its full ref. */
export function responsibility(
  index: GraphIndex,
  node: number,
): Pick<SupplyEntry, 'provider' | 'operatingModel'> {
  const { provider, providerRef, operatingModel } = index.facts.get(node) ?? {};
  const held = providerRef !== undefined && isHeld(index, providerRef);
  return {
    ...(provider && { provider: held ? providerRef : provider }),
    ...(operatingModel && { operatingModel }),
  };
}

// Most have one owner, who has others as well and operates them all.
function refsOf(
  { refs, alone }: GraphIndex,
  nodes: readonly number[],
): readonly string[] {
  if (nodes.length !== 1) {
    return nodes.length ? nodes.map(node => refs.get(node)) : NOTHING;
  }
  let list = alone.get(nodes[0]);
  if (!list) {
    list = [refs.get(nodes[0])];
    alone.set(nodes[0], list);
  }
  return list;
}

/**
 * Writes down that something rests on it.
 *
 * @param how - `path`: from what rests on it to itself
 * @param naming - takes note of what the entry names besides the path
 */
export function supplyEntry(
  { entry, missing }: Supplier,
  how: { distance: number; path: string[] },
  naming: Naming,
): SupplyEntry {
  for (let i = 0; i < missing.length; i++) {
    naming.note(missing[i]);
  }
  return { ...entry, distance: how.distance, path: how.path };
}
