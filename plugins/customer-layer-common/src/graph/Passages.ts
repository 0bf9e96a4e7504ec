const NUMBERS_EACH = 3;
const MOST_EPOCHS = 2 ** 31 - 1;

/**
 * From where places were passed: the nearest, and among those as near the one with the shortest way. And the steps that
 * led there, each from an earlier one.
 */
export class Passages {
  // Of each place: the epoch in which it was passed, from what distance and by a way of what length.
  readonly #passed: Uint32Array;
  #epoch = 0;
  /** The nodes stepped on, in order. */
  readonly nodes: number[] = [];
  /** For each of {@link nodes}, the position of the one before it, -1 for the first of a way. */
  readonly previous: number[] = [];

  /** For each of them, how many refs the way has there. */
  readonly lengths: number[] = [];

  /** @param size - the number of places */
  constructor(size: number) {
    this.#passed = new Uint32Array(size * NUMBERS_EACH);
  }

  /** Forgets all steps. */
  begin(): void {
    this.nodes.length = 0;
    this.previous.length = 0;
    this.lengths.length = 0;
  }

  /** Forgets which places were passed, but not the steps. */
  forget(): void {
    if (this.#epoch === MOST_EPOCHS) {
      this.#epoch = 0;
      this.#passed.fill(0);
    }
    this.#epoch++;
  }

  /** Notes that a place is passed; false if it was before, as well or better. */
  pass(place: number, distance: number, length: number): boolean {
    const passed = this.#passed;
    const at = place * NUMBERS_EACH;
    if (
      passed[at] === this.#epoch &&
      (passed[at + 1] < distance || passed[at + 2] <= length)
    ) {
      return false;
    }
    passed[at] = this.#epoch;
    passed[at + 1] = distance;
    passed[at + 2] = length;
    return true;
  }

  /** Notes a step on a node. */
  step(node: number, way: { previous: number; length: number }): void {
    this.nodes.push(node);
    this.previous.push(way.previous);
    this.lengths.push(way.length);
  }
}
