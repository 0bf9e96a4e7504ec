import {
  LAYERS,
  LayerId,
  SupplyEntry,
  isMaskedRef,
  responsibleFor,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What sits in one layer of the stack. */
export type StackSection = {
  layer: LayerId;
  entries: SupplyEntry[];
  /** Refs of whoever owns any of them, who owns the most first. */
  owners: string[];
  /** Who is responsible for the layer: us, the provider, or each for some entries. */
  responsible: 'us' | 'provider' | 'shared';
};

/** Who is responsible for one thing that an entity rests on. */
export const responsibleForEntry = ({
  layer,
  operatingModel,
}: Pick<SupplyEntry, 'layer' | 'operatingModel'>) =>
  responsibleFor(layer, operatingModel);

/** Each ref once, the one that occurs most often first. */
export function mostFrequent(refs: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const ref of refs) {
    counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([ref]) => ref);
}

/** The layers that hold something, top to bottom, each with what it holds. */
export const byLayer = <Entry extends { layer: LayerId }>(
  entries: readonly Entry[],
): Array<{ layer: LayerId; entries: Entry[] }> =>
  LAYERS.map(layer => ({
    layer,
    entries: entries.filter(entry => entry.layer === layer),
  })).filter(section => section.entries.length > 0);

/** The layers that hold something, top to bottom, the nearest entries first. */
export const stackSections = (supply: readonly SupplyEntry[]): StackSection[] =>
  byLayer(supply).map(({ layer, entries }) => {
    const parties = new Set(entries.map(responsibleForEntry));
    return {
      layer,
      entries: entries.sort((a, b) => a.distance - b.distance),
      owners: mostFrequent(entries.flatMap(({ owners }) => owners)),
      responsible: parties.size > 1 ? 'shared' : [...parties][0],
    };
  });

const ENTITY_REF = /^[a-z][\w-]*:([^\s:/]+\/)?[^\s:/]+$/i;

/** Whether a provider is named by an entity ref, masked or not, rather than by free text. */
export const isProviderRef = (provider: string): boolean =>
  isMaskedRef(provider) || ENTITY_REF.test(provider);
