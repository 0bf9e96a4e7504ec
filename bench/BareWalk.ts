import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { inOnePiece } from '../plugins/customer-layer-common/src/graph/Paged';

/** Edges as flat arrays: the targets of node `n` are `values[offsets[n]]` up to, not including, `values[offsets[n + 1]]`. */
export type FlatRows = { offsets: Uint32Array; values: Uint32Array };

/** What walks go along, in flat arrays. */
export function flatGraph({
  index,
}: CustomerGraph): Record<'serves' | 'restsOn' | 'parts', FlatRows> {
  return {
    serves: inOnePiece(index.serves),
    restsOn: inOnePiece(index.restsOn),
    parts: inOnePiece(index.parts),
  };
}

const ITSELF = 0;
const AS_DEPENDED_UPON = 1;
const DOWN = 2;

/**
 * A bare breadth-first search over flat typed arrays: it visits what the derivation visits, in no particular
 * order within a level, keeps neither distances nor paths, and answers nothing. The floor under every question.
 */
export class BareWalk {
  readonly #queue: Uint32Array;
  readonly #seen: Uint32Array;
  #epoch = 0;
  #length = 0;

  /** @param size - the number of nodes */
  constructor(size: number) {
    this.#queue = new Uint32Array(size * 3);
    this.#seen = new Uint32Array(size * 4);
  }

  /** @returns how many states it reached: nodes, each in up to three ways */
  run(start: number, hops: FlatRows, parts?: FlatRows): number {
    this.#epoch++;
    this.#length = 0;
    this.#reach(start * 4 + (parts ? DOWN : ITSELF));
    for (let head = 0; head < this.#length; head++) {
      const state = this.#queue[head];
      const node = state >>> 2;
      const phase = state & 3;
      const service = node * 2 + (phase === AS_DEPENDED_UPON ? 1 : 0);
      for (let i = hops.offsets[service]; i < hops.offsets[service + 1]; i++) {
        const to = hops.values[i];
        this.#reach((to >>> 1) * 4 + (to & 1));
      }
      if (phase === DOWN) {
        const { offsets, values } = parts!;
        for (let i = offsets[node]; i < offsets[node + 1]; i++) {
          this.#reach(values[i] * 4 + DOWN);
        }
      }
    }
    return this.#length;
  }

  /** The nodes reached by the last run, each once. */
  nodes({ without }: { without?: 'as depended upon' } = {}): Set<number> {
    const nodes = new Set<number>();
    for (const state of this.#queue.subarray(0, this.#length)) {
      if (!without || (state & 3) !== AS_DEPENDED_UPON) {
        nodes.add(state >>> 2);
      }
    }
    return nodes;
  }

  #reach(state: number): void {
    if (this.#seen[state] !== this.#epoch) {
      this.#seen[state] = this.#epoch;
      this.#queue[this.#length++] = state;
    }
  }
}
