/** A typed array that grows as it is written: O(1) for each value, all in all. What nobody has written is 0. */
export class GrowingArray<V extends Uint8Array | Uint32Array> {
  readonly #Type: new (length: number) => V;
  /** Everything up to now, and room for more. Replaced by another when it grows. */
  values: V;

  constructor(Type: new (length: number) => V) {
    this.#Type = Type;
    this.values = new Type(1024);
  }

  /** Makes room for so many values. */
  reach(length: number): V {
    if (length > this.values.length) {
      const larger = new this.#Type(Math.ceil(length * 1.5));
      larger.set(this.values);
      this.values = larger;
    }
    return this.values;
  }
}
