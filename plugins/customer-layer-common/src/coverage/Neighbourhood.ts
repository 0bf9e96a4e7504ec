import { addTo } from '../graph/addTo';
import { Adjacency } from '../graph/Adjacency';
import { transpose } from '../graph/compress';
import { DeclarationName, GraphIndex } from '../graph/GraphIndex';
import { row } from '../graph/Paged';
import { looksLike } from './teamWords';

/** Whom some entities declare, each with those that do, in the order of refs. */
export type Declared = {
  /** How many of the entities declare somebody who exists. */
  declaring: number;
  by: ReadonlyMap<number, readonly number[]>;
};

const NOBODY: Declared = { declaring: 0, by: new Map() };

/** What is around entities that may tell something of them; each part is looked up once. */
export class Neighbourhood {
  readonly #index: GraphIndex;
  /** Owner → what it owns, and group → what it is a child of. */
  readonly #owned: Adjacency;
  readonly #parents: Adjacency;
  readonly #declared = new Map<string, Declared>();
  readonly #near = new Map<number, readonly number[]>();

  constructor(index: GraphIndex) {
    this.#index = index;
    this.#owned = transpose(index.edges.owners);
    this.#parents = transpose(index.edges.children);
  }

  /** Whom the parts of a container declare. */
  bySiblings(container: number, name: DeclarationName): Declared {
    return this.#once(`part ${container} ${name}`, () =>
      this.declaredBy(row(this.#index.parts, container), name),
    );
  }

  /** Whom the entities of an owner declare. */
  bySameOwner(owner: number, name: DeclarationName): Declared {
    return this.#once(`owned ${owner} ${name}`, () =>
      this.declaredBy(row(this.#owned, owner), name),
    );
  }

  /** Whom some nodes declare. */
  declaredBy(nodes: Iterable<number>, name: DeclarationName): Declared {
    const { edges, facts } = this.#index;
    const by = new Map<number, number[]>();
    let declaring = 0;
    for (const node of nodes) {
      const somebody = row(edges[name], node).filter(one => facts.held(one));
      declaring += somebody.length ? 1 : 0;
      for (const one of somebody) {
        addTo(by, one, node);
      }
    }
    return declaring ? { declaring, by } : NOBODY;
  }

  /** The parents, children and siblings of a group that the catalog holds, without itself. */
  near(group: number): readonly number[] {
    const known = this.#near.get(group);
    if (known) {
      return known;
    }
    const { edges, facts } = this.#index;
    const parents = row(this.#parents, group);
    const near = new Set<number>([...parents, ...row(edges.children, group)]);
    for (const parent of parents) {
      row(edges.children, parent).forEach(sibling => near.add(sibling));
    }
    near.delete(group);
    const held = [...near].filter(node => facts.held(node));
    this.#near.set(group, held);
    return held;
  }

  /** Whether the name, title or type of a Group says that it is likely to be the one or the other. */
  looksLike(
    node: number,
    key: 'operationsTeam' | 'internalCustomers',
  ): boolean {
    const { facts, refs } = this.#index;
    const known = facts.get(node);
    const ref = refs.get(node);
    return (
      known?.team !== undefined &&
      looksLike(key, [
        ref.slice(ref.indexOf('/') + 1),
        known.title,
        known.type,
      ])
    );
  }

  #once(key: string, find: () => Declared): Declared {
    const declared = this.#declared.get(key) ?? find();
    this.#declared.set(key, declared);
    return declared;
  }
}
