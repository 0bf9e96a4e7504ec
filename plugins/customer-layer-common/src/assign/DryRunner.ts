import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DryRun } from '../api/assigners';
import { ANNOTATIONS, DeclarationKey } from '../model/annotations';
import {
  Assigner,
  Assignment,
  candidatesFor,
  withoutAssigned,
} from './assignDeclarations';
import { AssignerSet, DescribedAssigner } from './assignerSet';
import { DeclarationTexts, readAssigned } from './assignment';
import { Examples } from './Examples';

const MOST_UNKNOWN_VALUES = 50;
// Beyond that a map of values is not what was meant.
const MOST_VALUES_COUNTED = 10_000;

type Tally = {
  matches: number;
  holds: number;
  examples: Examples;
  unknown: Map<string, number>;
};

type Overlap = {
  keys: Set<DeclarationKey>;
  entities: number;
  examples: Examples;
};

/** What the portal assigned to an entity of the catalog. */
function portalTexts(entity: Entity): DeclarationTexts {
  const texts: DeclarationTexts = {};
  for (const [key, source] of Object.entries(readAssigned(entity))) {
    const declaration = key as DeclarationKey;
    const text = entity.metadata.annotations?.[ANNOTATIONS[declaration].name];
    if (source === 'portal' && text !== undefined) {
      texts[declaration] = text;
    }
  }
  return texts;
}

/** The most frequent first. */
const mostFrequent = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST_UNKNOWN_VALUES)
    .map(([value, count]) => ({ value, count }));

/**
 * Tries rules and aliases out on a catalog, entity by entity, and keeps only what it counts.
 *
 * @see docs/assign.md
 * @public
 */
export class DryRunner {
  readonly #set: AssignerSet;
  readonly #tallies: readonly Tally[];
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #overlaps = new Map<number, Overlap>();
  readonly #assignment: Assignment;
  #entities = 0;
  #portal: DeclarationTexts = {};

  constructor(set: AssignerSet, options: Pick<Assignment, 'deliverableKinds'>) {
    this.#set = set;
    this.#tallies = set.assigners.map(() => ({
      matches: 0,
      holds: 0,
      examples: new Examples(),
      unknown: new Map(),
    }));
    this.#indexOf = new Map(
      set.assigners.map(({ source }, index) => [source, index]),
    );
    const portal: Assigner = { source: 'portal', of: () => this.#portal };
    this.#assignment = {
      deliverableKinds: options.deliverableKinds,
      assigners: [portal, ...set.assigners],
    };
  }

  /**
   * Takes in an entity, as the catalog has it. What rules and aliases have assigned to it until now doesn't count.
   *
   * @param options - `example`: whether it may be named as an example; true where absent
   */
  add(entity: Entity, options: { example?: boolean } = {}): void {
    this.#entities++;
    this.#portal = portalTexts(entity);
    const own = withoutAssigned(entity);
    const ref = (options.example ?? true) && stringifyEntityRef(entity);
    const saying = new Set<number>();
    const heard = new Set<number>();
    const pairs = new Set<number>();

    for (const [key, candidates] of candidatesFor(own, this.#assignment)) {
      const first = this.#indexOf.get(candidates[0].source);
      if (first !== undefined) {
        heard.add(first);
      }
      const indexes = candidates.flatMap(
        ({ source }) => this.#indexOf.get(source) ?? [],
      );
      indexes.forEach((index, position) => {
        saying.add(index);
        for (const other of indexes.slice(position + 1)) {
          const pair = index * this.#tallies.length + other;
          this.#overlapOf(pair).keys.add(key);
          pairs.add(pair);
        }
      });
    }

    for (const index of saying) {
      this.#tallies[index].matches++;
    }
    for (const index of heard) {
      this.#tallies[index].holds++;
      this.#tallies[index].examples.add(ref);
    }
    for (const pair of pairs) {
      const overlap = this.#overlapOf(pair);
      overlap.entities++;
      overlap.examples.add(ref);
    }
    this.#set.assigners.forEach(({ unknownIn }, index) => {
      for (const value of unknownIn?.(own) ?? []) {
        const { unknown } = this.#tallies[index];
        const count = unknown.get(value) ?? 0;
        if (count || unknown.size < MOST_VALUES_COUNTED) {
          unknown.set(value, count + 1);
        }
      }
    });
  }

  /** What rules and aliases do to what was taken in so far. */
  result(): DryRun {
    const { assigners, faults } = this.#set;
    const source = (index: number) => assigners[index].source;
    const size = assigners.length;
    return {
      entities: this.#entities,
      assigners: assigners.map((assigner, index) =>
        this.#resultOf(assigner, this.#tallies[index]),
      ),
      overlaps: [...this.#overlaps]
        .sort(([a], [b]) => a - b)
        .map(([pair, { keys, entities, examples }]) => ({
          first: source(Math.floor(pair / size)),
          second: source(pair % size),
          keys: [...keys],
          entities,
          examples: examples.refs,
        })),
      idle: this.#tallies.flatMap(({ matches }, index) =>
        matches ? [] : source(index),
      ),
      faults: [...faults],
    };
  }

  #overlapOf(pair: number): Overlap {
    let overlap = this.#overlaps.get(pair);
    if (!overlap) {
      overlap = { keys: new Set(), entities: 0, examples: new Examples() };
      this.#overlaps.set(pair, overlap);
    }
    return overlap;
  }

  #resultOf(
    { source, at, line, says, where, unknownIn }: DescribedAssigner,
    { matches, holds, examples, unknown }: Tally,
  ): DryRun['assigners'][number] {
    return {
      source,
      at,
      ...(line !== undefined && { line }),
      says,
      ...(where !== undefined && { where }),
      matches,
      holds,
      examples: examples.refs,
      ...(unknownIn && { unknownValues: mostFrequent(unknown) }),
    };
  }
}
