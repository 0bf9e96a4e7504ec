import {
  EntityLayers,
  LAYERS,
  LayerId,
  OperatingModel,
  STACK_LAYERS,
  StackLayer,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { mostFrequent, responsibleForEntry, stackSections } from './stack';

/** Who is responsible for something: us, the provider, or each for a part of it. */
export type Party = 'us' | 'provider' | 'shared';

/** One layer of the cake beneath customers and operations. */
export type CakeBand = {
  layer: LayerId;
  /** What is there, the entity itself first and then the nearest. */
  entries: SupplyEntry[];
  /** Refs of whoever owns any of it, who owns the most first. */
  owners: string[];
  /** Refs of whoever operates any of it, who operates the most first. */
  operators: string[];
  responsible: Party;
  /** Who runs what we don't, as declared; each once. */
  providers: string[];
  /** Each once, in the order of the entries. */
  operatingModels: OperatingModel[];
};

/** An entity and what it rests on, as a stack of layers. */
export type Cake = {
  /** The layers that hold something, top to bottom. */
  bands: CakeBand[];
  /** The layers in which nothing is known, top to bottom. */
  empty: StackLayer[];
  /** The layer from which on down the provider is responsible for all that is known, where there is one. */
  providerFrom?: StackLayer;
};

/** An entity as an entry of its own stack, at distance 0. */
export const ownEntry = (
  layers: EntityLayers,
  owners: readonly string[],
): SupplyEntry => ({
  entityRef: layers.entityRef,
  layer: layers.layer,
  distance: 0,
  path: [layers.entityRef],
  owners,
  operationsTeams: layers.operations.map(({ teamRef }) => teamRef),
  provider: layers.provider,
  operatingModel: layers.operatingModel,
  exists: true,
});

const present = <T>(values: Array<T | undefined>): T[] =>
  [...new Set(values.filter(value => value !== undefined))] as T[];

function bandOf(section: ReturnType<typeof stackSections>[number]): CakeBand {
  const { layer, entries, owners, responsible } = section;
  return {
    layer,
    entries,
    owners,
    operators: mostFrequent(entries.flatMap(entry => entry.operationsTeams)),
    responsible,
    providers: present(entries.map(({ provider }) => provider)),
    operatingModels: present(
      entries.map(({ operatingModel }) => operatingModel),
    ),
  };
}

/**
 * The topmost layer of those at the bottom for which nothing known makes us responsible. What is known is what the
 * bands say and, for layers in which there is nothing, the operating model of the entity itself.
 */
function firstOfProvider(
  bands: ReadonlyMap<LayerId, CakeBand>,
  operatingModel: OperatingModel | undefined,
): StackLayer | undefined {
  let first: StackLayer | undefined;
  for (const layer of [...STACK_LAYERS].reverse()) {
    const band = bands.get(layer);
    if (band && band.responsible !== 'provider') {
      return first;
    }
    if (band || responsibleForEntry({ layer, operatingModel }) === 'provider') {
      first = layer;
    }
  }
  return first;
}

/**
 * Puts an entity and what it rests on into their layers.
 *
 * @param owners - refs of the owners of the entity itself
 */
export function cakeOf(layers: EntityLayers, owners: readonly string[]): Cake {
  const bands = stackSections([ownEntry(layers, owners), ...layers.supply]).map(
    bandOf,
  );
  const byLayer = new Map(bands.map(band => [band.layer, band]));
  return {
    bands,
    empty: STACK_LAYERS.filter(layer => !byLayer.has(layer)),
    providerFrom: firstOfProvider(byLayer, layers.operatingModel),
  };
}

/** One row of the drawn stack: a layer, or the line from which on down the provider is responsible. */
export type CakeRow =
  | {
      kind: 'layer';
      layer: LayerId;
      /** Absent where nothing is known in the layer. */
      band?: CakeBand;
      /** Whether it lies beneath the line. */
      provided: boolean;
    }
  | { kind: 'line'; from: StackLayer };

/**
 * The rows in which a stack is drawn, top to bottom.
 *
 * @param options - `empty` shows the layers as well in which nothing is known
 */
export function rowsOf(
  { bands, empty, providerFrom: from }: Cake,
  options: { empty: boolean },
): CakeRow[] {
  const byLayer = new Map(bands.map(band => [band.layer, band]));
  const shown = new Set<LayerId>([
    ...byLayer.keys(),
    ...(options.empty ? empty : []),
  ]);
  const rows: CakeRow[] = [];
  let beneath = false;
  for (const layer of LAYERS) {
    if (from && layer === from) {
      rows.push({ kind: 'line', from });
      beneath = true;
    }
    if (shown.has(layer)) {
      const provided = beneath && layer !== 'unclassified';
      rows.push({ kind: 'layer', layer, band: byLayer.get(layer), provided });
    }
  }
  return rows;
}
