import { GraphIndex } from './GraphIndex';
import { Naming } from './Naming';
import { nodeOfState, Reached } from './Walk';

/** Writes the paths of a walk as refs. */
export class PathWriter {
  readonly #index: GraphIndex;
  readonly #reached: Reached;
  readonly #naming: Naming | undefined;
  // By position, the ref; read when it is first on a path.
  readonly #refs: Array<string | undefined>;

  /**
   * @param reached - a walk that isn't used again meanwhile, or a copy of what it reached
   * @param naming - takes note of what is written
   */
  constructor(index: GraphIndex, reached: Reached, naming?: Naming) {
    this.#index = index;
    this.#reached = reached;
    this.#naming = naming;
    this.#refs = new Array<string | undefined>(reached.reached);
  }

  /** The refs from a start to a position. */
  write(position: number): string[] {
    const { previous, distances } = this.#reached;
    const refs = this.#refs;
    const last = distances[position];
    const path = new Array<string>(last + 1);
    let at = position;
    for (let i = last; i >= 0; i--) {
      path[i] = refs[at] ?? this.#read(at);
      at = previous[at];
    }
    return path;
  }

  #read(position: number): string {
    const node = nodeOfState(this.#reached.states[position]);
    const ref = this.#index.refs.get(node);
    this.#refs[position] = ref;
    this.#naming?.note(node);
    return ref;
  }
}
