import { GraphIndex } from './GraphIndex';

/** Writes nodes as refs, and takes note of those that name nothing in the catalog. */
export class Naming {
  readonly #index: GraphIndex;
  readonly #missing = new Set<number>();

  constructor(index: GraphIndex) {
    this.#index = index;
  }

  path(nodes: ArrayLike<number>): string[] {
    const { refs, facts } = this.#index;
    const path: string[] = [];
    for (let i = 0; i < nodes.length; i++) {
      if (!facts.held(nodes[i])) {
        this.#missing.add(nodes[i]);
      }
      path.push(refs.get(nodes[i]));
    }
    return path;
  }

  /** All that was written and names nothing, sorted. */
  get missing(): string[] {
    const { refs } = this.#index;
    return [...this.#missing].sort(refs.compare).map(node => refs.get(node));
  }
}
