import { Adjacency } from './Adjacency';
import { DirectIndex } from './directIndex';
import { EntityFacts } from './facts';
import { Walk } from './Walk';

/**
 * The catalog as arrays. A node is the rank of its ref among all refs, held or merely mentioned, by code unit: so
 * nodes compare as refs do.
 */
export type GraphIndex = {
  readonly refs: readonly string[];
  readonly nodeOf: ReadonlyMap<string, number>;
  /** By node; absent for a ref that names nothing in the catalog. */
  readonly facts: ReadonlyArray<EntityFacts | undefined>;

  /** Entity → what it is part of. */
  readonly containers: Adjacency;
  /** Container → its parts. */
  readonly parts: Adjacency;
  /** Entity → what depends on it. */
  readonly dependents: Adjacency;
  /** API → what consumes it. */
  readonly apiConsumers: Adjacency;
  /** Component → the APIs it provides. */
  readonly providedApis: Adjacency;
  readonly owners: Adjacency;
  /** Group → its members. */
  readonly members: Adjacency;
  /** Group or Customer → its children. */
  readonly children: Adjacency;
  /** A ref that names nothing → the entities that spell it out. */
  readonly spelledBy: Adjacency;

  /** Service node → those it serves, one hop; see {@link serviceNode}. */
  readonly serves: Adjacency;
  /** {@link GraphIndex.serves}, backwards. */
  readonly restsOn: Adjacency;

  /** What each entity declares itself, by declaration. */
  readonly declared: Readonly<Record<DeclarationName, Declared>>;
  /** What each entity has directly: declared or inherited, by declaration. */
  readonly direct: Readonly<Record<DeclarationName, DirectIndex>>;
  /** Customer → the entities it is a direct customer of, in any role. */
  readonly directlyServedBy: Adjacency;
  /** Whether owners stand in where no operations team is declared. */
  readonly assumeOwner: boolean;
  readonly teamsAreInternalCustomers: boolean;

  /** Scratch space of walks, used by one question at a time. */
  readonly walks: readonly [Walk, Walk];
};

/** What inherits along containers. */
export type DeclarationName = 'economic' | 'internal' | 'operations';

/** Every {@link DeclarationName}. */
export const DECLARATION_NAMES: readonly DeclarationName[] = [
  'economic',
  'internal',
  'operations',
];

/** What each of them is called in the table of annotations. */
export const DECLARATION_KEY_OF = {
  economic: 'economicCustomers',
  internal: 'internalCustomers',
  operations: 'operationsTeam',
} as const;

/** What entities declare themselves for one declaration. */
export type Declared = {
  /** Entity → the refs it declares. */
  readonly targets: Adjacency;
  /** By node: 1 if it declares anything, `none` included. */
  readonly said: Uint8Array;
};

/**
 * Every node occurs twice among the service nodes: as itself, and, where it has parts, "as depended upon", through
 * which dependents of a container reach its parts without its own customers being handed on.
 *
 * @see docs/derivation.md#serves
 */
export const serviceNode = (node: number, asDependedUpon: 0 | 1): number =>
  node * 2 + asDependedUpon;

/** Whether the catalog holds what a ref names. */
export function isHeld({ nodeOf, facts }: GraphIndex, ref: string): boolean {
  const node = nodeOf.get(ref);
  return node !== undefined && facts[node] !== undefined;
}
