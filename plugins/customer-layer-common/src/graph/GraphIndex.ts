import { DerivationRules } from '../config';
import { Adjacency } from './Adjacency';
import type { CustomerEntry } from './answers';
import { FactTable } from './FactTable';
import { Declarers } from './Declarers';
import { PerNode } from './PerNode';
import { RefTable } from './RefTable';
import { Scratch } from './Scratch';
import type { EdgeName } from './statements';
import type { Supplier } from './Supplier';

/** What inherits along containers. */
export type DeclarationName = 'economic' | 'internal' | 'operations';

/** Every {@link DeclarationName}. */
export const DECLARATION_NAMES = [
  'economic',
  'internal',
  'operations',
] as const satisfies readonly DeclarationName[];

/** What each of them is called in the table of annotations. */
export const DECLARATION_KEY_OF = {
  economic: 'economicCustomers',
  internal: 'internalCustomers',
  operations: 'operationsTeam',
} as const;

/** What was worked out when somebody asked, and is kept for as long as the graph is: at most one of each for a node. */
export type LookedUp = {
  /** The effective operations teams of each node about which somebody asked, sorted. */
  readonly teams: PerNode<readonly number[]>;
  /** What all that rest on a node say of it, of each on which something about which somebody asked does. */
  readonly suppliers: PerNode<Supplier>;
  /** The list of nothing but a node's ref, of each that is the only owner or operations team of a supplier. */
  readonly alone: PerNode<readonly string[]>;
  /** What an entry says of each customer about whom somebody asked, by node and role; source, distance and path left out. */
  readonly customers: PerNode<CustomerEntry>;
  /** In which roles each node that something serves names or inherits customers. */
  readonly declarers: Declarers;
  /** How many members each team about which somebody asked has. */
  readonly memberCounts: Map<number, number>;
};

/** A graph about which nobody has asked yet. */
export const nothingLookedUp = (): LookedUp => ({
  teams: new PerNode(),
  suppliers: new PerNode(),
  alone: new PerNode(),
  customers: new PerNode(),
  declarers: new Declarers(),
  memberCounts: new Map(),
});

/**
 * The catalog as arrays, which never change. Every ref, held or merely mentioned, is a node.
 */
export type GraphIndex = LookedUp & {
  readonly rules: DerivationRules;
  readonly refs: RefTable;
  readonly facts: FactTable;
  /** The sum that the revision is printed from; see {@link printRevision}. Never shown. */
  readonly revision: Uint8Array;
  /** Entity → what it says about itself and others. Edges are made from these. */
  readonly statements: Adjacency;
  /** Ref → the entities that spell it out. */
  readonly spelledBy: Adjacency;

  /**
   * Entity → what it is part of (`containers`), what depends on it (`dependents`), its `owners`, and what it declares
   * (`economic`, `internal`, `operations`). API → what consumes it (`apiConsumers`). Component → the APIs it provides
   * (`providedApis`). Group → its `members`. Group or Customer → its `children`.
   */
  readonly edges: Readonly<Record<EdgeName, Adjacency>>;
  /** Container → its parts. */
  readonly parts: Adjacency;
  /** Customer → the entities that declare it. */
  readonly declaredBy: Readonly<Record<'economic' | 'internal', Adjacency>>;

  /** By node: 1 for a container that something depends on, itself or a container of it. */
  readonly dependedUpon: Uint8Array;
  /** Service node → those it serves, one hop; see {@link serviceNode}. */
  readonly serves: Adjacency;
  /** {@link GraphIndex.serves}, backwards. */
  readonly restsOn: Adjacency;

  readonly scratch: Scratch;
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
export function isHeld({ refs, facts }: GraphIndex, ref: string): boolean {
  const node = refs.find(ref);
  return node !== undefined && facts.held(node);
}
