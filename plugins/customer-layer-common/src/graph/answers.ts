import { LayerId } from '../model/layers';
import { Problem } from '../model/problem';
import { Readiness } from '../model/readiness';
import { CustomerRole, OperatingModel, Stage } from '../model/words';
import { Truncation } from './Window';

/** The graph that an answer was computed from. @public */
export type GraphStamp = {
  /** Equal for equal catalogs. */
  revision: string;
  /** When it was built, as an ISO 8601 time: when the catalog was first read in this state. */
  builtAt: string;
};

/**
 * How an entity came by a customer. The order is the order of precedence at equal distance, except that anything
 * beats `consumer`.
 *
 * @public
 */
export type CustomerSource =
  | 'declared'
  | 'inherited'
  | 'derived'
  | 'part'
  | 'consumer';

/** How an entity came by an operations team. @public */
export type OperationsSource = 'declared' | 'inherited' | 'assumed';

/**
 * A customer of an entity.
 *
 * @see docs/derivation.md
 * @public
 */
export type CustomerEntry = {
  /** The full ref, or a masked id when `hidden`. */
  customerRef: string;
  title?: string;
  role: CustomerRole;
  /** Of an internal customer. */
  stage?: Stage;
  /** 1 (most critical) to 4. */
  tier?: number;
  source: CustomerSource;
  /** Hops from the entity to the one whose direct customer this is. */
  distance: number;
  /** From the entity itself to the one that declares the customer. */
  path: string[];
  /** Whether the catalog holds it. */
  exists: boolean;
  /** The caller may not read it: ref and title are masked. */
  hidden?: true;
};

/** A team that operates an entity. @public */
export type OperationsEntry = {
  teamRef: string;
  title?: string;
  source: OperationsSource;
  /** From the entity itself to the one that declares the team. */
  path: string[];
  exists: boolean;
  /** Of a Group that the catalog holds. */
  readiness?: Readiness;
  hidden?: true;
};

/** Something that an entity rests on. @public */
export type SupplyEntry = {
  entityRef: string;
  title?: string;
  layer: LayerId;
  /** Hops from the entity. */
  distance: number;
  /** From the entity itself to this one. */
  path: string[];
  /** Refs of the owners, sorted. */
  owners: readonly string[];
  /** Refs of the effective operations teams, sorted. */
  operationsTeams: readonly string[];
  /** Who runs what we don't: free text or an entity ref. */
  provider?: string;
  operatingModel?: OperatingModel;
  exists: boolean;
  hidden?: true;
};

/** Proof that customers can consume a delivery and benefit from it. @public */
export type DeliveryEvidence = {
  entryPoint?: string;
  support?: string;
  slo?: string;
  value?: string;
  /** ISO 8601 date on which the customer side last confirmed the delivery. */
  confirmedOn?: string;
};

/**
 * The effective layers of one entity.
 *
 * @public
 */
export type EntityLayers = Truncation<'customers' | 'operations' | 'supply'> & {
  entityRef: string;
  /** False for a kind that is not deliverable: the lists are empty then. */
  applicable: boolean;
  graph: GraphStamp;
  customers: CustomerEntry[];
  operations: OperationsEntry[];
  supply: SupplyEntry[];
  /** Where the entity itself sits in the stack. */
  layer: LayerId;
  operatingModel?: OperatingModel;
  provider?: string;
  delivery: DeliveryEvidence;
  problems: Problem[];
  /** Refs in paths, owners and operations teams that name nothing in the catalog, sorted. */
  missing: string[];
};

/** An entity that a failure reaches. @public */
export type AffectedEntity = {
  entityRef: string;
  title?: string;
  distance: number;
  /** From the failing entity to this one. */
  path: string[];
  exists: boolean;
  hidden?: true;
};

/** A team to call. @public */
export type TeamEntry = {
  teamRef: string;
  title?: string;
  exists: boolean;
  readiness?: Readiness;
  hidden?: true;
};

/** What happens if some entities fail. @public */
export type Impact = Truncation<'customers' | 'affected' | 'operations'> & {
  /** The failing entities, sorted. */
  entityRefs: string[];
  graph: GraphStamp;
  customers: CustomerEntry[];
  /** Everything reached besides the failing entities, by distance, then ref. */
  affected: AffectedEntity[];
  /** The operations teams of the failing and the affected entities, by ref. */
  operations: TeamEntry[];
  /** Value per year, summed by currency over distinct economic customers that the caller may read. */
  valueAtRisk: Record<string, number>;
  /** How many economic customers are left out of `valueAtRisk` because the caller may not read them. */
  valueHidden: number;
  /** The most critical tier hit, 1 to 4. */
  smallestTier?: number;
};

/** What a customer's service rests on. @public */
export type Delivery = Truncation<
  'serves' | 'restsOn' | 'operationsTeams' | 'chain' | 'operations'
> & {
  customerRef: string;
  title?: string;
  graph: GraphStamp;
  /** The customer and all its children, sorted. */
  customers: string[];
  /** Refs of the entities it is a direct customer of, sorted. */
  serves: string[];
  /** Refs of all they rest on, sorted. */
  restsOn: string[];
  /** Refs of the operations teams in the chain, sorted. */
  operationsTeams: string[];
  /** `serves` and `restsOn` in full; distance 0 is `serves`. By distance, then ref. */
  chain: SupplyEntry[];
  /** `operationsTeams` in full. */
  operations: TeamEntry[];
  /** Refs in paths, owners and operations teams that name nothing in the catalog, sorted. */
  missing: string[];
  /** The team with the most pillars not passed, if any has one. */
  weakestTeam?: string;
};

/** A customer in a list. @public */
export type CustomerSummary = {
  customerRef: string;
  title?: string;
  type?: CustomerRole;
  stage?: Stage;
  tier?: number;
  /** How many entities it is a direct customer of, its own only. */
  serves: number;
  exists: boolean;
  hidden?: true;
};

/** One page of customers. @public */
export type CustomersPage = {
  graph: GraphStamp;
  items: CustomerSummary[];
  totalItems: number;
  /** Give this to get the next page; absent on the last one. */
  nextCursor?: string;
};

/** The state of the graph. @public */
export type GraphStatus = GraphStamp & {
  counts: {
    entities: number;
    relations: number;
    customers: number;
    /** Refs that name nothing in the catalog. */
    danglingRefs: number;
  };
  /** How long the last full reading took, building included; only where this replica did it. */
  durationMs?: number;
  /**
   * Seconds since the last full reading of the catalog began: the longest for which a change can have gone unnoticed.
   * Most are noticed within seconds.
   */
  ageSeconds: number;
  /** Seconds since the catalog last answered the reader. */
  contactSeconds: number;
  /** Whether the replica that answers is the reader, the one that reads the catalog for all. */
  reader: boolean;
  /** `snapshot` while the graph is the one that was kept, and nobody has read the catalog since this replica started. */
  origin: 'catalog' | 'snapshot';
};
