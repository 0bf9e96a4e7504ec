import { GraphIndex } from './GraphIndex';

/** Writes nodes as refs, and takes note of those that name nothing in the catalog. */
export class Naming {
  readonly #index: GraphIndex;
  readonly #missing = new Set<number>();

  constructor(index: GraphIndex) {
    this.#index = index;
  }

  /** Takes note of a node that is written by other means. */
  note(node: number): void {
    if (!this.#index.facts.held(node)) {
      this.#missing.add(node);
    }
  }

  ref(node: number): string {
    this.note(node);
    return this.#index.refs.get(node);
  }

  /** All that was written or noted and names nothing, sorted. */
  get missing(): string[] {
    const { refs } = this.#index;
    return [...this.#missing].sort(refs.compare).map(node => refs.get(node));
  }
}
