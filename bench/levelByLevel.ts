import { Entity } from '@backstage/catalog-model';
import { readDeclarations } from '@missing-layer/backstage-plugin-customer-layer-common';

/** Somebody who can be asked for entities; undefined for those that there are not. */
export type EntitySource = (
  entityRefs: string[],
) => Promise<Array<Entity | undefined>>;

/** Distances by ref. */
export type Distances = Map<string, number>;

type Phase = 'itself' | 'as depended upon' | 'down';
type State = { at: string; phase: Phase };

/**
 * Asks a catalog as a client without this suite would: for one level after the other, following the relations. It looks
 * for economic customers only, and finds no paths.
 */
export class LevelByLevel {
  readonly #source: EntitySource;
  readonly #known = new Map<string, Entity | undefined>();

  /** For one question; nothing is remembered for the next. */
  constructor(source: EntitySource) {
    this.#source = source;
  }

  /** Everything that an entity rests on. */
  async supply(ref: string): Promise<Distances> {
    return this.#walk(ref, ({ at, phase }) => {
      const hasPart = this.#related(at, 'hasPart');
      if (phase === 'as depended upon') {
        return hasPart.flatMap(part => [
          { at: part, phase: 'itself' },
          { at: part, phase },
        ]);
      }
      return [
        ...this.#related(at, 'dependsOn').flatMap((upon): State[] => [
          { at: upon, phase: 'itself' },
          { at: upon, phase: 'as depended upon' },
        ]),
        ...this.#related(at, 'consumesApi', 'apiProvidedBy').map(
          (api): State => ({ at: api, phase: 'itself' }),
        ),
        ...(phase === 'down'
          ? hasPart.map((part): State => ({ at: part, phase }))
          : []),
      ];
    });
  }

  /** Everything that fails with an entity, and the economic customers that this hits. */
  async impact(
    ref: string,
  ): Promise<{ affected: Distances; customers: Distances }> {
    const affected = await this.#walk(ref, ({ at, phase }) => [
      ...(phase === 'as depended upon'
        ? this.#related(at, 'dependencyOf')
        : this.#related(at, 'dependencyOf', 'apiConsumedBy', 'providesApi')
      ).map((consumer): State => ({ at: consumer, phase: 'itself' })),
      ...this.#related(at, 'partOf').map(
        (container): State => ({ at: container, phase: 'as depended upon' }),
      ),
      ...(phase === 'down'
        ? this.#related(at, 'hasPart').map(
            (part): State => ({ at: part, phase }),
          )
        : []),
    ]);

    const reached = [[ref, 0] as const, ...affected];
    await this.#fetchContainers(reached.map(([at]) => at));
    const customers: Distances = new Map();
    for (const [at, distance] of reached) {
      for (const customer of this.#directCustomers(at)) {
        const known = customers.get(customer) ?? Infinity;
        customers.set(customer, Math.min(known, distance));
      }
    }
    return { affected, customers };
  }

  async #fetch(refs: Iterable<string>): Promise<void> {
    const missing = [...new Set(refs)].filter(ref => !this.#known.has(ref));
    if (missing.length) {
      const entities = await this.#source(missing);
      missing.forEach((ref, i) => this.#known.set(ref, entities[i]));
    }
  }

  async #walk(
    ref: string,
    next: (state: State) => State[],
  ): Promise<Distances> {
    const seen = new Set<string>();
    const found: Distances = new Map();
    let level: State[] = [{ at: ref, phase: 'down' }];
    for (let distance = 0; level.length; distance++) {
      const entered = level.filter(({ at, phase }) => {
        const key = `${phase} ${at}`;
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
      });
      await this.#fetch(entered.map(({ at }) => at));
      for (const { at, phase } of entered) {
        if (at !== ref && !found.has(at) && phase !== 'as depended upon') {
          found.set(at, distance);
        }
      }
      level = entered.flatMap(next);
    }
    return found;
  }

  /** All that some entities are part of, at any height. */
  async #fetchContainers(refs: string[]): Promise<void> {
    const seen = new Set(refs);
    for (let level = refs; level.length; ) {
      await this.#fetch(level);
      level = [
        ...new Set(level.flatMap(at => this.#related(at, 'partOf'))),
      ].filter(container => !seen.has(container));
      level.forEach(container => seen.add(container));
    }
  }

  #directCustomers(ref: string): string[] {
    const found: string[] = [];
    const seen = new Set([ref]);
    for (const at of seen) {
      const entity = this.#known.get(at);
      const { economicCustomers, inheritance = 'fallback' } = entity
        ? readDeclarations(entity).declarations
        : {};
      found.push(...(economicCustomers ?? []));
      if (
        inheritance === 'append' ||
        (inheritance === 'fallback' && !economicCustomers)
      ) {
        this.#related(at, 'partOf').forEach(container => seen.add(container));
      }
    }
    return found;
  }

  #related(at: string, ...types: string[]): string[] {
    return (this.#known.get(at)?.relations ?? [])
      .filter(({ type }) => types.includes(type))
      .map(({ targetRef }) => targetRef);
  }
}
