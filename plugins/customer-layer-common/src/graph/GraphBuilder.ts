import { Entity } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES, DerivationRules } from '../config';
import { Adjacency, forEachEdge } from './Adjacency';
import { compress, compressKinds, transpose } from './compress';
import { CustomerGraph } from './CustomerGraph';
import { FactTable, flagsOf } from './FactTable';
import { nothingLookedUp } from './GraphIndex';
import { GrowingArray } from './GrowingArray';
import { GrowingRows } from './GrowingRows';
import { laidOver, Page } from './Paged';
import {
  beginRevision,
  Digest,
  digestOf,
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
import { writeText } from './TextTable';

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
  // Refs are numbered as they come, and sorted at the end; all that is kept of their entities until then stands in a few
  // long arrays, which a garbage collection has nothing to look for in.
  readonly #idOf = new Map<string, number>();
  readonly #flags = new GrowingArray(Uint8Array);
  readonly #digests = new GrowingArray(Uint8Array);
  readonly #texts = new GrowingRows(Uint8Array);
  /** As in rows of statements, with the numbers of refs in place of nodes. */
  readonly #statements = new GrowingRows(Uint32Array);

  constructor(options: { rules?: DerivationRules; digest: Digest }) {
    this.#rules = options.rules ?? DEFAULT_DERIVATION_RULES;
    this.#digest = options.digest;
  }

  /** Takes in an entity with its final relations. */
  add(entity: Entity): void {
    const record = recordOf(entity, this.#rules);
    const { ref, text, statements } = record;
    const id = this.#idOfRef(ref);
    this.#flags.reach(id + 1)[id] = flagsOf(record.facts);
    const first = id * REVISION_BYTES;
    this.#digests
      .reach(first + REVISION_BYTES)
      .set(digestOf(record, this.#digest).subarray(0, REVISION_BYTES), first);
    writeText(this.#texts, id, text);
    this.#statements.write(id, statements.length, (values, start) => {
      statements.forEach((stated, i) => {
        values[start + i] = statement(this.#idOfRef(stated.ref), stated.code);
      });
      return statements.length;
    });
  }

  /**
   * Builds the graph: O(entities + relations), apart from sorting the refs.
   *
   * @param options - `builtAt` is what answers from this graph will give as the time of their origin, in ISO 8601
   */
  build(options: { builtAt: string }): CustomerGraph {
    const refs = [...this.#idOf.keys()].sort();
    const size = refs.length;
    const idOf = Uint32Array.from(refs, ref => this.#idOf.get(ref)!);
    const facts = new FactTable(
      this.#flagsInOrder(idOf),
      laidOver(this.#texts.inOrder(idOf)),
    );
    const statements = laidOver(this.#statementsInOrder(idOf));
    const revision = this.#revision();

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

  #flagsInOrder(idOf: Uint32Array): Uint8Array {
    const flags = this.#flags.reach(idOf.length);
    return Uint8Array.from(idOf, id => flags[id]);
  }

  // Rows are sorted and without repeats already: nodes are in the order of their refs, as statements are.
  #statementsInOrder(idOf: Uint32Array): Page<Uint32Array> {
    const nodeOf = new Uint32Array(idOf.length);
    idOf.forEach((id, node) => {
      nodeOf[id] = node;
    });
    const rows = this.#statements.inOrder(idOf);
    const { values } = rows;
    for (let i = 0; i < values.length; i++) {
      const other = nodeOf[values[i] >>> STATEMENT_BITS];
      values[i] = statement(other, codeOf(values[i]));
    }
    return rows;
  }

  #revision(): Uint8Array {
    const revision = beginRevision(this.#rules, this.#digest);
    const length = this.#idOf.size * REVISION_BYTES;
    const digests = this.#digests.reach(length);
    for (let at = 0; at < length; at += REVISION_BYTES) {
      toggleRevision(revision, digests.subarray(at, at + REVISION_BYTES));
    }
    return revision;
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
