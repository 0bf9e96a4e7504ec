/** The relation pairs of a catalog: what an entity says, and what the catalog adds to the other end. */
export const PAIR_TYPES = [
  ['partOf', 'hasPart'],
  ['ownedBy', 'ownerOf'],
  ['dependsOn', 'dependencyOf'],
  ['consumesApi', 'apiConsumedBy'],
  ['providesApi', 'apiProvidedBy'],
  ['memberOf', 'hasMember'],
  ['childOf', 'parentOf'],
  ['hasEconomicCustomer', 'economicCustomerOf'],
  ['hasInternalCustomer', 'internalCustomerOf'],
  ['operatedBy', 'operatorOf'],
] as const;

/** What an entity says itself. */
export type PairType = (typeof PAIR_TYPES)[number][0];

const CODE_OF = new Map<string, number>(
  PAIR_TYPES.map(([type], code) => [type, code]),
);

/** Positions of pairs, by one of their ends: those of node `n` are `pairs[offsets[n]]` up to `pairs[offsets[n + 1]]`. */
type Rows = { offsets: Uint32Array; pairs: Uint32Array };

function rowsBy(ends: Uint32Array, nodes: number): Rows {
  const offsets = new Uint32Array(nodes + 1);
  for (const node of ends) {
    if (node < nodes) {
      offsets[node + 1]++;
    }
  }
  for (let node = 0; node < nodes; node++) {
    offsets[node + 1] += offsets[node];
  }
  const cursor = offsets.slice();
  const pairs = new Uint32Array(offsets[nodes]);
  ends.forEach((node, pair) => {
    if (node < nodes) {
      pairs[cursor[node]++] = pair;
    }
  });
  return { offsets, pairs };
}

/** Relation pairs between nodes, kept compactly: 9 bytes each while they are collected. */
export class Pairs {
  readonly #types: Uint8Array;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  #length = 0;
  #rows: { forward: Rows; backward: Rows } | undefined;

  /** @param capacity - at most so many pairs */
  constructor(capacity: number) {
    this.#types = new Uint8Array(capacity);
    this.#from = new Uint32Array(capacity);
    this.#to = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a pair; before {@link Pairs.sort}. */
  add(from: number, type: PairType, to: number): void {
    this.#types[this.#length] = CODE_OF.get(type)!;
    this.#from[this.#length] = from;
    this.#to[this.#length++] = to;
  }

  /**
   * Arranges the pairs by both of their ends.
   *
   * @param nodes - how many nodes are entities; those with higher numbers are named and don't exist
   * @returns how many relations the entities have, as the catalog stores them
   */
  sort(nodes: number): number {
    const forward = rowsBy(this.#from.subarray(0, this.#length), nodes);
    const backward = rowsBy(this.#to.subarray(0, this.#length), nodes);
    this.#rows = { forward, backward };
    return forward.pairs.length + backward.pairs.length;
  }

  /** Visits what an entity says; after {@link Pairs.sort}. */
  forEachSaid(
    node: number,
    visit: (type: PairType, target: number) => void,
  ): void {
    const { offsets, pairs } = this.#rows!.forward;
    for (let i = offsets[node]; i < offsets[node + 1]; i++) {
      const pair = pairs[i];
      visit(PAIR_TYPES[this.#types[pair]][0], this.#to[pair]);
    }
  }

  /** Visits what others say of an entity; after {@link Pairs.sort}. */
  forEachHeard(
    node: number,
    visit: (type: string, source: number) => void,
  ): void {
    const { offsets, pairs } = this.#rows!.backward;
    for (let i = offsets[node]; i < offsets[node + 1]; i++) {
      const pair = pairs[i];
      visit(PAIR_TYPES[this.#types[pair]][1], this.#from[pair]);
    }
  }
}
