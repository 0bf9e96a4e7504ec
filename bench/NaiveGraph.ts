import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { PAIR_TYPES } from './Pairs';

type Node = {
  /** What answers would need besides the relations; absent for a ref that names nothing. */
  facts?: Pick<Entity, 'kind' | 'metadata' | 'spec'>;
  /** By relation type. */
  relations: Map<string, Set<string>>;
};

const INVERSE_OF = new Map<string, string>(
  PAIR_TYPES.flatMap(([type, inverse]) => [
    [type, inverse],
    [inverse, type],
  ]),
);

/**
 * The catalog as maps of maps, as graph libraries keep it: by ref, then by relation type, the refs at the other end.
 * The baseline of the index.
 */
export class NaiveGraph {
  readonly #nodes = new Map<string, Node>();

  add(entity: Entity): void {
    const ref = stringifyEntityRef(entity);
    const { kind, metadata, spec } = entity;
    this.#node(ref).facts = { kind, metadata, spec };
    for (const { type, targetRef } of entity.relations ?? []) {
      const inverse = INVERSE_OF.get(type);
      if (inverse) {
        this.#relate(ref, type, targetRef);
        this.#relate(targetRef, inverse, ref);
      }
    }
  }

  /** How many entities there are, pairs of relations, and refs that name nothing. */
  counts() {
    let entities = 0;
    let pairs = 0;
    for (const { facts, relations } of this.#nodes.values()) {
      entities += facts ? 1 : 0;
      for (const [type] of PAIR_TYPES) {
        pairs += relations.get(type)?.size ?? 0;
      }
    }
    return { entities, pairs, danglingRefs: this.#nodes.size - entities };
  }

  #relate(from: string, type: string, to: string): void {
    const { relations } = this.#node(from);
    let targets = relations.get(type);
    if (!targets) {
      targets = new Set();
      relations.set(type, targets);
    }
    targets.add(to);
  }

  #node(ref: string): Node {
    let node = this.#nodes.get(ref);
    if (!node) {
      node = { relations: new Map() };
      this.#nodes.set(ref, node);
    }
    return node;
  }
}
