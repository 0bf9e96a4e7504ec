import { pageNumber, placeOf } from './Paged';

/** One value for each node about which somebody asked. */
export class PerNode<T> {
  readonly #pages: Array<Array<T | undefined> | undefined> = [];

  get(node: number): T | undefined {
    return this.#pages[pageNumber(node)]?.[placeOf(node)];
  }

  set(node: number, value: T): void {
    const number = pageNumber(node);
    while (this.#pages.length <= number) {
      this.#pages.push(undefined);
    }
    const page = (this.#pages[number] ??= []);
    page[placeOf(node)] = value;
  }
}
