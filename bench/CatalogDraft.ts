import { Pairs, PairType } from './Pairs';
import { pickSkewed, Random, seededRandom } from './random';

/** The kinds of a synthetic catalog; a node's kind is a position in here. */
export const KINDS = [
  'Component',
  'API',
  'Resource',
  'System',
  'Domain',
  'Group',
  'User',
  'Customer',
] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** A catalog while it is being planned: entities without names, and who is related to whom. */
export class CatalogDraft {
  /** How many entities it will have. */
  readonly size: number;
  readonly random: Random;
  /** By node. Nodes from {@link CatalogDraft.size} on are named by others and don't exist. */
  readonly kinds: Uint8Array;
  readonly pairs: Pairs;
  #nodes = 0;

  constructor(size: number, seed: number) {
    this.size = size;
    this.random = seededRandom(seed);
    this.kinds = new Uint8Array(size);
    this.pairs = new Pairs(size * 8);
  }

  get full(): boolean {
    return this.#nodes >= this.size;
  }

  /** Adds an entity, which is the next node. */
  add(kind: Kind): number {
    this.kinds[this.#nodes] = KINDS.indexOf(kind);
    return this.#nodes++;
  }

  say(from: number, type: PairType, to: number): void {
    this.pairs.add(from, type, to);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A node, or now and then one that is missing. Several name the same missing one, as after a renaming. */
  orMissing(node: number, share: number): number {
    return this.chance(share)
      ? this.size + Math.floor((this.random() ** 1.5 * this.size) / 100)
      : node;
  }

  /** One of the nodes of one of several lists, each chosen as often as its share says; undefined for the rest. */
  oneOf(
    lists: Array<{ share: number; of: readonly number[]; skew: number }>,
  ): number | undefined {
    let at = this.random();
    for (const { share, of, skew } of lists) {
      at -= share;
      if (at < 0) {
        return pickSkewed(this.random, of, skew);
      }
    }
    return undefined;
  }
}
