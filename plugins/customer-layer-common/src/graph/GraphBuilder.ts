import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES, DerivationRules } from '../config';
import { Adjacency, compress, degree, EdgeList, transpose } from './Adjacency';
import { GraphStamp } from './answers';
import { CustomerGraph } from './CustomerGraph';
import { buildDirectIndex, DirectIndex } from './directIndex';
import { EntityFacts, readFacts } from './facts';
import {
  DECLARATION_KEY_OF,
  DECLARATION_NAMES,
  DeclarationName,
  Declared,
  GraphIndex,
} from './GraphIndex';
import { EDGE_OF_RELATION, EdgeName, EDGES } from './relationEdges';
import { serviceEdges } from './serviceEdges';
import { Walk } from './Walk';

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
 * Copies what it needs and retains no entity. Of one ref added twice, the facts of the last count.
 *
 * @public
 */
export class GraphBuilder {
  readonly #rules: DerivationRules;
  readonly #idOf = new Map<string, number>();
  readonly #refs: string[] = [];
  readonly #facts: Array<EntityFacts | undefined> = [];
  readonly #edges = Object.fromEntries(
    EDGES.map(name => [name, new EdgeList()]),
  ) as Record<EdgeName, EdgeList>;
  readonly #saidNone: Record<DeclarationName, number[]> = {
    economic: [],
    internal: [],
    operations: [],
  };

  constructor(rules: DerivationRules = DEFAULT_DERIVATION_RULES) {
    this.#rules = rules;
  }

  /** Takes in an entity with its final relations. */
  add(entity: Entity): void {
    const { facts, declarations } = readFacts(entity, this.#rules);
    const id = this.#intern(stringifyEntityRef(entity));
    this.#facts[id] = facts;

    for (const { type, targetRef } of entity.relations ?? []) {
      const edge = EDGE_OF_RELATION.get(type);
      if (edge) {
        const [name, direction] = edge;
        const target = this.#intern(targetRef);
        this.#edges[name].add(
          ...((direction === 'as is' ? [id, target] : [target, id]) as [
            number,
            number,
          ]),
        );
      }
    }
    if (facts.deliverable) {
      for (const name of DECLARATION_NAMES) {
        const refs = declarations[DECLARATION_KEY_OF[name]];
        if (refs && !refs.length) {
          this.#saidNone[name].push(id);
        }
        for (const ref of refs ?? []) {
          this.#edges[name].add(id, this.#intern(ref));
        }
      }
    }
    if (facts.team?.manager) {
      this.#edges.managers.add(id, this.#intern(facts.team.manager));
    }
  }

  /**
   * Builds the graph: O(entities + relations), apart from sorting the refs.
   *
   * @param stamp - what answers from this graph will name as their origin
   */
  build(stamp: GraphStamp): CustomerGraph {
    const size = this.#refs.length;
    const byRef = Array.from(this.#refs.keys()).sort((a, b) =>
      this.#refs[a] < this.#refs[b] ? -1 : 1,
    );
    const nodeOfId = new Uint32Array(size);
    byRef.forEach((id, node) => {
      nodeOfId[id] = node;
    });
    const refs = byRef.map(id => this.#refs[id]);
    const facts = byRef.map(id => this.#facts[id]);

    const edges = Object.fromEntries(
      EDGES.map(name => [name, this.#compress(name, nodeOfId, facts)]),
    ) as Record<EdgeName, Adjacency>;
    const parts = transpose(edges.containers, size);
    const serves = compress(serviceEdges({ ...edges, parts }, size), size * 2);

    const declared = Object.fromEntries(
      DECLARATION_NAMES.map(name => [
        name,
        {
          targets: edges[name],
          said: said(
            edges[name],
            this.#saidNone[name].map(id => nodeOfId[id]),
            size,
          ),
        },
      ]),
    ) as Record<DeclarationName, Declared>;
    const direct = Object.fromEntries(
      DECLARATION_NAMES.map(name => [
        name,
        buildDirectIndex(
          {
            ...declared[name],
            containers: edges.containers,
            inheritance: node => facts[node]?.inheritance,
          },
          size,
        ),
      ]),
    ) as GraphIndex['direct'];

    return new CustomerGraph(stamp, {
      ...edges,
      refs,
      nodeOf: new Map(refs.map((ref, node) => [ref, node])),
      facts,
      parts,
      spelledBy: spellers(edges, facts),
      serves,
      restsOn: transpose(serves, size * 2),
      declared,
      direct,
      directlyServedBy: servedBy([direct.economic, direct.internal], size),
      assumeOwner: this.#rules.assumeOwner,
      teamsAreInternalCustomers: this.#rules.teamsAreInternalCustomers,
      walks: [new Walk(size), new Walk(size)],
    });
  }

  #intern(ref: string): number {
    let id = this.#idOf.get(ref);
    if (id === undefined) {
      const lowerCase = ref.toLocaleLowerCase('en-US');
      id = lowerCase === ref ? undefined : this.#idOf.get(lowerCase);
      if (id === undefined) {
        id = this.#refs.length;
        this.#refs.push(lowerCase);
        this.#facts.push(undefined);
        this.#idOf.set(lowerCase, id);
      }
      this.#idOf.set(ref, id);
    }
    return id;
  }

  #compress(
    name: EdgeName,
    nodeOfId: Uint32Array,
    facts: GraphIndex['facts'],
  ): Adjacency {
    const { from, to } = this.#edges[name];
    const isDeclaration = (DECLARATION_NAMES as readonly string[]).includes(
      name,
    );
    const ranked = new EdgeList();
    for (let i = 0; i < from.length; i++) {
      const node = nodeOfId[from[i]];
      if (!isDeclaration || facts[node]?.deliverable) {
        ranked.add(node, nodeOfId[to[i]]);
      }
    }
    return compress(ranked, nodeOfId.length);
  }
}

function said(
  targets: Adjacency,
  none: readonly number[],
  size: number,
): Uint8Array {
  const flags = new Uint8Array(size);
  for (let node = 0; node < size; node++) {
    flags[node] = degree(targets, node) ? 1 : 0;
  }
  for (const node of none) {
    flags[node] = 1;
  }
  return flags;
}

// An edge with an end that names nothing can only have been spelled out by its other end.
function spellers(
  edges: Record<EdgeName, Adjacency>,
  facts: GraphIndex['facts'],
): Adjacency {
  const spelled = new EdgeList();
  for (const { offsets, targets } of Object.values(edges)) {
    for (let node = 0; node < facts.length; node++) {
      for (let i = offsets[node]; i < offsets[node + 1]; i++) {
        if (!facts[targets[i]]) {
          spelled.add(targets[i], node);
        } else if (!facts[node]) {
          spelled.add(node, targets[i]);
        }
      }
    }
  }
  return compress(spelled, facts.length);
}

function servedBy(indexes: readonly DirectIndex[], size: number): Adjacency {
  const served = new EdgeList();
  for (const { offsets, targets } of indexes) {
    for (let node = 0; node < size; node++) {
      for (let i = offsets[node]; i < offsets[node + 1]; i++) {
        served.add(targets[i], node);
      }
    }
  }
  return compress(served, size);
}
