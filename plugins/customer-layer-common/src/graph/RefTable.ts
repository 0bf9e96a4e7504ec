import { compareRefs } from './compareRefs';
import { laidOver, Paged } from './Paged';
import { TextTable, writeTexts } from './TextTable';

const itself = (ref: string) => ref;

/**
 * The refs of all nodes, and their order by code unit. Nodes are numbered in that order, except those that were added
 * to a graph later: these are the last ones.
 */
export class RefTable {
  readonly #refs: TextTable<string>;
  /** All nodes, in the order of their refs. */
  readonly sorted: Uint32Array;
  // By node: its position in that order.
  readonly #rank: Uint32Array;

  constructor(
    texts: Paged<Uint8Array> | TextTable<string>,
    sorted: Uint32Array,
  ) {
    this.#refs =
      texts instanceof TextTable ? texts : new TextTable(texts, itself);
    this.sorted = sorted;
    this.#rank = new Uint32Array(sorted.length);
    for (let rank = 0; rank < sorted.length; rank++) {
      this.#rank[sorted[rank]] = rank;
    }
  }

  /** @param refs - sorted by code unit, without repeats */
  static of(refs: readonly string[]): RefTable {
    return new RefTable(
      laidOver(writeTexts(refs)),
      Uint32Array.from(refs.keys()),
    );
  }

  get size(): number {
    return this.sorted.length;
  }

  get texts(): Paged<Uint8Array> {
    return this.#refs.texts;
  }

  get(node: number): string {
    return this.#refs.get(node);
  }

  /** The position of a node in the order of refs. */
  rank(node: number): number {
    return this.#rank[node];
  }

  /** Compares two nodes as their refs do. */
  readonly compare = (a: number, b: number): number =>
    this.#rank[a] - this.#rank[b];

  /** Compares numbers that have a node above their lowest bits: by node, then by those. */
  readonly comparing = (bits: number) => {
    const rank = this.#rank;
    return (a: number, b: number): number =>
      rank[a >>> bits] - rank[b >>> bits] || a - b;
  };

  /** The node of a ref: O(log size). */
  find(ref: string): number | undefined {
    const node = this.sorted[this.#rankOf(ref)];
    return node !== undefined && this.get(node) === ref ? node : undefined;
  }

  /**
   * The same with more refs, and leaves the original as it is: O(size), by copying.
   *
   * @param refs - sorted by code unit, without repeats; none of them is in here
   */
  with(refs: readonly string[]): RefTable {
    const sorted = new Uint32Array(this.size + refs.length);
    let from = 0;
    refs.forEach((ref, i) => {
      const rank = this.#rankOf(ref);
      sorted.set(this.sorted.subarray(from, rank), from + i);
      sorted[rank + i] = this.size + i;
      from = rank;
    });
    sorted.set(this.sorted.subarray(from), from + refs.length);
    return new RefTable(
      this.#refs.with(
        sorted.length,
        new Map(refs.map((ref, i) => [this.size + i, ref])),
      ),
      sorted,
    );
  }

  // How many refs come before one.
  #rankOf(ref: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareRefs(this.get(this.sorted[middle]), ref) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
