import { AssignmentSource } from '../assign/assignment';
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
 * How an entity may come by a customer, in the order of precedence at equal distance, except that anything beats
 * `consumer`.
 *
 * @public
 */
export const CUSTOMER_SOURCES = [
  'declared',
  'inherited',
  'derived',
  'part',
  'consumer',
] as const;

/** One of {@link CUSTOMER_SOURCES}. @public */
export type CustomerSource = (typeof CUSTOMER_SOURCES)[number];

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
  /** Who assigned this at the end of the path; absent where the file there says so. */
  assigned?: AssignmentSource;
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
  /** Who assigned this at the end of the path; absent where the file there says so. */
  assigned?: AssignmentSource;
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
  /** Of what serves a customer, in the delivery to it. */
  delivery?: DeliveryEvidence;
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

/** An entity that a failure reaches, or that fails itself. @public */
export type AffectedEntity = {
  entityRef: string;
  title?: string;
  distance: number;
  /** From the failing entity to this one. */
  path: string[];
  /** Refs of the owners, sorted. */
  owners: readonly string[];
  /** Refs of the effective operations teams, sorted. */
  operationsTeams: readonly string[];
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
  /** `entityRefs` in full, at distance 0: who owns and operates what fails is called first. */
  failing: AffectedEntity[];
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

/** Something that a team operates. @public */
export type OperatedEntry = {
  entityRef: string;
  title?: string;
  layer: LayerId;
  source: OperationsSource;
  /** The tier of the most critical customer that it serves, 1 to 4, of those that the caller may read. */
  leastTier?: number;
  exists: boolean;
  hidden?: true;
};

/** Something of which a team is an internal customer. @public */
export type ConsumedEntry = {
  entityRef: string;
  title?: string;
  layer: LayerId;
  source: Extract<CustomerSource, 'declared' | 'inherited' | 'consumer'>;
  exists: boolean;
  hidden?: true;
};

/** What a team keeps running, how ready it is to, and of what it is an internal customer. @public */
export type TeamOperations = TeamEntry &
  Truncation<'operates' | 'customerOf'> & {
    graph: GraphStamp;
    /** By ref. */
    operates: OperatedEntry[];
    /** What it is declared to be a customer of, inherits being so, or uses directly. By ref. */
    customerOf: ConsumedEntry[];
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
