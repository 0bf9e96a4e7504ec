/** From where places were passed: the nearest, and among those as near the one with the shortest way. */
export class Passages {
  readonly #epochs: Uint32Array;
  readonly #distances: Uint32Array;
  readonly #lengths: Uint32Array;
  #epoch = 0;

  /** @param size - the number of places */
  constructor(size: number) {
    this.#epochs = new Uint32Array(size);
    this.#distances = new Uint32Array(size);
    this.#lengths = new Uint32Array(size);
  }

  forget(): void {
    this.#epoch++;
  }

  /** Notes that a place is passed; false if it was before, as well or better. */
  pass(place: number, distance: number, length: number): boolean {
    if (
      this.#epochs[place] === this.#epoch &&
      (this.#distances[place] < distance || this.#lengths[place] <= length)
    ) {
      return false;
    }
    this.#epochs[place] = this.#epoch;
    this.#distances[place] = distance;
    this.#lengths[place] = length;
    return true;
  }
}
