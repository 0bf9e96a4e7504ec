import { GrowingArray } from './GrowingArray';

/** Rows that are written one after the other, whichever comes first; of a row written twice, the last counts. */
export class GrowingRows<V extends Uint8Array | Uint32Array> {
  readonly #starts = new GrowingArray(Uint32Array);
  readonly #lengths = new GrowingArray(Uint32Array);
  readonly #values: GrowingArray<V>;
  #used = 0;

  constructor(type: new (length: number) => V) {
    this.#values = new GrowingArray(type);
  }

  /**
   * Writes a row.
   *
   * @param most - the row is no longer than that
   * @param fill - writes the row from `start` on, and says how long it is
   */
  write(
    at: number,
    most: number,
    fill: (values: V, start: number) => number,
  ): void {
    const start = this.#used;
    const length = fill(this.#values.reach(start + most), start);
    this.#starts.reach(at + 1)[at] = start;
    this.#lengths.reach(at + 1)[at] = length;
    this.#used += length;
  }

  /**
   * Copies the rows in another order, into one piece.
   *
   * @param order - which row comes first, and so on
   */
  inOrder(order: Uint32Array): { offsets: Uint32Array; values: V } {
    const starts = this.#starts.values;
    const lengths = this.#lengths.values;
    const from = this.#values.values;
    const offsets = new Uint32Array(order.length + 1);
    for (let i = 0; i < order.length; i++) {
      // Rows beyond the last one that was written are empty.
      offsets[i + 1] = offsets[i] + (lengths[order[i]] ?? 0);
    }
    const values = new (from.constructor as new (length: number) => V)(
      offsets[order.length],
    );
    for (let i = 0; i < order.length; i++) {
      const start = starts[order[i]];
      for (let to = offsets[i], end = offsets[i + 1], at = start; to < end; ) {
        values[to++] = from[at++];
      }
    }
    return { offsets, values };
  }
}
