/** Something of which it is known that it gains no more than so much. */
export type Bounded = {
  bound: number;
  /** Of those with the same bound, the smallest comes first. */
  order: number;
};

const before = (a: Bounded, b: Bounded): boolean =>
  a.bound > b.bound || (a.bound === b.bound && a.order < b.order);

/** Gives back what may gain most: O(log size) each. */
export class BoundHeap<Item extends Bounded> {
  readonly #items: Item[] = [];

  push(item: Item): void {
    const items = this.#items;
    let at = items.length;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (!before(item, items[above])) {
        break;
      }
      items[at] = items[above];
      at = above;
    }
    items[at] = item;
  }

  pop(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!last || !items.length) {
      return first;
    }
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= items.length) {
        break;
      }
      if (below + 1 < items.length && before(items[below + 1], items[below])) {
        below++;
      }
      if (!before(items[below], last)) {
        break;
      }
      items[at] = items[below];
      at = below;
    }
    items[at] = last;
    return first;
  }
}
