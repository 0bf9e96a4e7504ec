const MOST = 5;

/** A few refs out of many: the first in order, in whatever order they come. */
export class Examples {
  readonly #refs: string[] = [];

  /** Takes a ref into account; `false` stands for one that may not be named. */
  add(ref: string | false): void {
    const last = this.#refs[MOST - 1];
    if (ref !== false && (last === undefined || ref < last)) {
      this.#refs.push(ref);
      this.#refs.sort();
      this.#refs.length = Math.min(this.#refs.length, MOST);
    }
  }

  /** Those taken so far, sorted. */
  get refs(): string[] {
    return [...this.#refs];
  }
}
