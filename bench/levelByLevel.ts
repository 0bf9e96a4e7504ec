import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readDeclarations } from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * A catalog that answers `getEntitiesByRefs` as the real one does, from memory: no network, no database, no
 * permissions, only the JSON that each row would have to pass through. It flatters the baseline.
 */
export class MemoryCatalog {
  requests = 0;
  rows = 0;
  readonly #stored: Map<string, string>;

  constructor(entities: Entity[]) {
    this.#stored = new Map(
      entities.map(entity => [
        stringifyEntityRef(entity),
        JSON.stringify(entity),
      ]),
    );
  }

  async getEntitiesByRefs(refs: string[]): Promise<Array<Entity | undefined>> {
    this.requests++;
    this.rows += refs.length;
    return refs.map(ref => {
      const text = this.#stored.get(ref);
      return text === undefined ? undefined : JSON.parse(text);
    });
  }
}

/** What the baseline finds: a distance for each economic customer and each thing rested on. */
export type Found = {
  customers: Map<string, number>;
  supply: Map<string, number>;
};

const UPON = "'";

/**
 * Finds whom an entity serves and what it rests on as a client without the suite would: it asks the catalog for one
 * level after the other and follows the relations.
 */
export async function levelByLevel(
  catalog: MemoryCatalog,
  ref: string,
): Promise<Found> {
  const known = new Map<string, Entity | undefined>();
  const fetchAll = async (refs: Iterable<string>) => {
    const missing = [...new Set(refs)].filter(r => !known.has(r));
    if (missing.length) {
      const fetched = await catalog.getEntitiesByRefs(missing);
      missing.forEach((r, i) => known.set(r, fetched[i]));
    }
  };
  const related = (at: string, ...types: string[]) =>
    (known.get(at)?.relations ?? [])
      .filter(({ type }) => types.includes(type))
      .map(({ targetRef }) => targetRef);

  const directCustomers = async (at: string) => {
    const found: string[] = [];
    const seen = new Set([at]);
    for (const container of seen) {
      await fetchAll([container]);
      const entity = known.get(container);
      const declared =
        entity && readDeclarations(entity).declarations.economicCustomers;
      found.push(...(declared ?? []));
      if (!declared) {
        related(container, 'partOf').forEach(c => seen.add(c));
      }
    }
    return found;
  };

  const walk = async (
    hop: (state: string, at: string) => string[],
    visit: (at: string, distance: number, state: string) => Promise<void>,
  ) => {
    const seen = new Set([`down ${ref}`]);
    let level = [`down ${ref}`];
    for (let distance = 0; level.length; distance++) {
      const nodeOf = (state: string) =>
        state.replace('down ', '').replace(UPON, '');
      await fetchAll(level.map(nodeOf));
      const next = new Set<string>();
      for (const state of level) {
        const at = nodeOf(state);
        await visit(at, distance, state);
        const down = state.startsWith('down ')
          ? related(at, 'hasPart').map(part => `down ${part}`)
          : [];
        for (const to of [...hop(state, at), ...down]) {
          if (!seen.has(to)) {
            seen.add(to);
            next.add(to);
          }
        }
      }
      level = [...next];
    }
  };

  const customers = new Map<string, number>();
  await walk(
    (state, at) => [
      ...(state.endsWith(UPON)
        ? related(at, 'dependencyOf')
        : related(at, 'dependencyOf', 'apiConsumedBy', 'providesApi')),
      ...related(at, 'partOf').map(container => container + UPON),
    ],
    async (at, distance, state) => {
      if (!state.endsWith(UPON)) {
        for (const customer of await directCustomers(at)) {
          if (!customers.has(customer)) {
            customers.set(customer, distance);
          }
        }
      }
    },
  );

  const supply = new Map<string, number>();
  await walk(
    (state, at) =>
      state.endsWith(UPON)
        ? related(at, 'hasPart').flatMap(part => [part, part + UPON])
        : [
            ...related(at, 'dependsOn').flatMap(to => [to, to + UPON]),
            ...related(at, 'consumesApi', 'apiProvidedBy'),
          ],
    async (at, distance) => {
      if (at !== ref && !supply.has(at)) {
        supply.set(at, distance);
      }
    },
  );
  return { customers, supply };
}
