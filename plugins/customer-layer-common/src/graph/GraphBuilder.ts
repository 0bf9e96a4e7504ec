import { Entity } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES, DerivationRules } from '../config';
import { Adjacency, forEachEdge } from './Adjacency';
import { compress, compressKinds, transpose } from './compress';
import { CustomerGraph } from './CustomerGraph';
import { FactTable, flagsOf } from './FactTable';
import { nothingLookedUp } from './GraphIndex';
import { laidOver } from './Paged';
import {
  beginRevision,
  Digest,
  digestOf,
  EntityRecord,
  printRevision,
  recordOf,
  REVISION_BYTES,
  toggleRevision,
} from './record';
import { RefTable } from './RefTable';
import { Scratch } from './Scratch';
import { findDependedUpon, serviceEdges } from './serviceEdges';
import {
  codeOf,
  EdgeName,
  edgeOf,
  EDGES,
  forEachEdgeName,
  isDeclaration,
  isReversed,
  statement,
  STATEMENT_BITS,
} from './statements';
import { writeTexts } from './TextTable';

/**
 * The entity fields that the graph is built from, in the form in which the catalog takes them.
 *
 * @public
 */
export const GRAPH_ENTITY_FIELDS: string[] = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
  'spec.type',
  'spec.stage',
  'spec.tier',
  'spec.value',
  'spec.profile.displayName',
];

/** What is kept of an entity until the graph is built. */
type Taken = Pick<EntityRecord, 'text'> & {
  flags: number;
  digest: Uint8Array;
  /** As in rows of statements, with the order of arrival in place of the node. */
  statements: Uint32Array;
};

/**
 * Takes in the entities of a catalog, in any order, and builds the graph.
 *
 * @remarks
 *
 * Copies what it needs and retains no entity. Of one ref added twice, the last counts.
 *
 * @public
 */
export class GraphBuilder {
  readonly #rules: DerivationRules;
  readonly #digest: Digest;
  readonly #idOf = new Map<string, number>();
  readonly #taken: Array<Taken | undefined> = [];

  constructor(options: { rules?: DerivationRules; digest: Digest }) {
    this.#rules = options.rules ?? DEFAULT_DERIVATION_RULES;
    this.#digest = options.digest;
  }

  /** Takes in an entity with its final relations. */
  add(entity: Entity): void {
    const record = recordOf(entity, this.#rules);
    this.#taken[this.#idOfRef(record.ref)] = {
      text: record.text,
      flags: flagsOf(record.facts),
      digest: digestOf(record, this.#digest).slice(0, REVISION_BYTES),
      statements: Uint32Array.from(record.statements, ({ code, ref }) =>
        statement(this.#idOfRef(ref), code),
      ),
    };
  }

  /**
   * Builds the graph: O(entities + relations), apart from sorting the refs.
   *
   * @param options - `builtAt` is what answers from this graph will give as the time of their origin, in ISO 8601
   */
  build(options: { builtAt: string }): CustomerGraph {
    const refs = [...this.#idOf.keys()].sort();
    const size = refs.length;
    const nodeOf = new Uint32Array(size);
    const idOf = new Uint32Array(size);
    refs.forEach((ref, node) => {
      const id = this.#idOf.get(ref)!;
      idOf[node] = id;
      nodeOf[id] = node;
    });
    const takenOf = (node: number) => this.#taken[idOf[node]];

    const flags = new Uint8Array(size);
    const revision = beginRevision(this.#rules, this.#digest);
    for (let node = 0; node < size; node++) {
      const taken = takenOf(node);
      if (taken) {
        flags[node] = taken.flags;
        toggleRevision(revision, taken.digest);
      }
    }
    const facts = new FactTable(
      flags,
      laidOver(writeTexts(size, node => takenOf(node)?.text)),
    );
    const statements = compress(tell => {
      for (let node = 0; node < size; node++) {
        const stated = takenOf(node)?.statements ?? [];
        for (let i = 0; i < stated.length; i++) {
          const other = nodeOf[stated[i] >>> STATEMENT_BITS];
          tell(node, statement(other, codeOf(stated[i])));
        }
      }
    }, size);

    const edges = edgesOf(statements, facts);
    const parts = transpose(edges.containers);
    const dependedUpon = findDependedUpon({ edges, parts }, size);
    const serves = compress(
      serviceEdges({ edges, parts }, dependedUpon),
      size * 2,
    );
    const stamp = {
      revision: printRevision(revision, this.#digest),
      builtAt: options.builtAt,
    };
    return new CustomerGraph(stamp, {
      rules: this.#rules,
      revision,
      refs: RefTable.of(refs),
      facts,
      statements,
      spelledBy: compress(
        tell =>
          forEachEdge(statements, (node, stated) =>
            tell(stated >>> STATEMENT_BITS, node),
          ),
        size,
      ),
      edges,
      parts,
      declaredBy: {
        economic: transpose(edges.economic),
        internal: transpose(edges.internal),
      },
      dependedUpon,
      serves,
      restsOn: transpose(serves),
      scratch: new Scratch(),
      ...nothingLookedUp(),
    });
  }

  #idOfRef(ref: string): number {
    let id = this.#idOf.get(ref);
    if (id === undefined) {
      id = this.#idOf.size;
      this.#idOf.set(ref, id);
    }
    return id;
  }
}

function edgesOf(
  statements: Adjacency,
  facts: FactTable,
): Record<EdgeName, Adjacency> {
  const declarations = EDGES.map(isDeclaration);
  const edges = compressKinds(
    tell =>
      forEachEdge(statements, (node, stated) => {
        const kind = edgeOf(stated);
        const other = stated >>> STATEMENT_BITS;
        const from = isReversed(stated) ? other : node;
        if (
          kind < EDGES.length &&
          (!declarations[kind] || facts.deliverable(from))
        ) {
          tell(kind, from, isReversed(stated) ? node : other);
        }
      }),
    { kinds: EDGES.length, rows: statements.rows },
  );
  return forEachEdgeName((_, kind) => edges[kind]);
}
