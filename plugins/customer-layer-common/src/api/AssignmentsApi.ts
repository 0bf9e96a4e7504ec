import { DeclarationSource } from '../assign/assignment';
import { DeclarationKey } from '../model/annotations';
import { CustomerRole, Stage } from '../model/words';
import { AssignersStatus, DryRun } from './assigners';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';

/** What to assign to one entity in the portal. @public */
export type AssignmentItem = {
  entityRef: string;
  /** The text of each declaration, as in the annotation; `null` takes back what the portal assigned. */
  declarations: Partial<Record<DeclarationKey, string | null>>;
};

/** What to assign, to up to 1,000 entities at once: one change, which can be undone as one. @public */
export type AssignmentRequest = {
  items: AssignmentItem[];
  /** Why, in a sentence. */
  reason?: string;
  /** Only say what would happen. */
  preview?: boolean;
};

/** What became of one declaration of one item. @public */
export type DeclarationOutcome = {
  key: DeclarationKey;
  /** What holds afterwards, and where it comes from; absent where nothing does. */
  after?: { source: DeclarationSource; value: string };
  /** What held before. */
  before?: { source: DeclarationSource; value: string };
  /** Whether what was asked for is what holds: false where the file says something else. */
  inEffect: boolean;
};

/** What became of one item. Each succeeds or fails by itself. @public */
export type AssignmentOutcome = {
  entityRef: string;
  /** `unchanged`: it was so already. `refused`: nothing of it was written. */
  result: 'assigned' | 'unchanged' | 'refused';
  /** Why it was refused, and the remedy. */
  message?: string;
  declarations: DeclarationOutcome[];
};

/** What became of a request. @public */
export type AssignmentAnswer = {
  /** Of the change, to undo it by; absent in a preview and where nothing was written. */
  changeId?: string;
  /** In the order of the request. Of an undo: in two parts where only some of an entity's declarations are refused. */
  items: AssignmentOutcome[];
  /** Of an undo: how many more declarations the change has, on entities that the caller can't see. They are left alone. */
  hiddenItems?: number;
};

/** What the portal assigned to an entity. @public */
export type PortalAssignment = {
  key: DeclarationKey;
  value: string;
  /** Ref of who assigned it. */
  by: string;
  /** ISO 8601 time. */
  at: string;
  reason?: string;
  changeId: string;
};

/** All that is said of one entity's declarations, whoever says it. @public */
export type EntityAssignments = {
  entityRef: string;
  /** For each declaration that somebody says something of: who, in order of precedence. The first one holds. */
  declarations: Array<{
    key: DeclarationKey;
    candidates: Array<{ source: DeclarationSource; value: string }>;
  }>;
  portal: PortalAssignment[];
  /** Whether the caller may assign something to this entity. */
  mayAssign: boolean;
};

/** What the caller may do, whichever entity it is about. @public */
export type AssignmentRights = {
  /**
   * Whether there may be entities to which the caller may assign something: false where the policy denies it for all of
   * them. Of a single entity, {@link EntityAssignments} tells.
   */
  mayAssign: boolean;
};

/** Something that was assigned or taken back in the portal, in one go. @public */
export type AssignmentChange = {
  id: string;
  /** Ref of who did it. */
  by: string;
  /** ISO 8601 time. */
  at: string;
  reason?: string;
  /** The change that this one undid. */
  undoes?: string;
  /** The change that undid this one. */
  undoneBy?: string;
  /** Of the entities that the caller may read. */
  items: Array<{
    entityRef: string;
    key: DeclarationKey;
    /** What the portal said before; absent where nothing. */
    before?: string;
    /** What it says since; absent where nothing. */
    after?: string;
  }>;
  /** How many more items it has: on entities that the caller may not read. */
  hiddenItems: number;
};

/** What to export. @public */
export type ExportRequest = {
  /** Up to 1,000. */
  entityRefs: string[];
  /** `yaml`: the annotations to add, entity by entity. `patch`: a unified diff of the files that the entities are in. */
  format: 'yaml' | 'patch';
};

/** What portal, aliases and rules assigned, to be committed. @public */
export type AssignmentExport = {
  /** The YAML; or the patches of all repositories, each under a line that names the repository. */
  text: string;
  /** Of a patch: the same by repository, each to be applied at its root. */
  parts?: Array<{ repository: string; text: string }>;
  /** What is not in the text, and why. */
  faults: Array<{ entityRef: string; message: string }>;
};

/**
 * The location of customers that were created in the portal, as in their annotation
 * `backstage.io/managed-by-location`. These can be removed there, others can't.
 *
 * @public
 */
export const PORTAL_CUSTOMERS_LOCATION = 'customer-layer-portal:customers';

/** A Customer to be created in the portal. @public */
export type NewCustomer = {
  /** `metadata.name`; may be an opaque id. */
  name: string;
  namespace?: string;
  title?: string;
  description?: string;
  type: CustomerRole;
  /** Of an internal customer. */
  stage?: Stage;
  /** 1 (most critical) to 4. */
  tier?: number;
  /** Ref of who keeps the relationship. */
  owner?: string;
  /** Refs of the groups that it stands for. */
  represents?: string[];
};

/**
 * Assigning customers, operations teams and the like without touching the files of entities.
 *
 * @see docs/assign.md
 * @public
 */
export interface AssignmentsApi {
  /**
   * Assigns, takes back, or says what would happen.
   *
   * @throws ResponseError with status 403 when the caller may assign nothing at all
   */
  assign(
    request: AssignmentRequest,
    options?: CustomerLayerRequestOptions,
  ): Promise<AssignmentAnswer>;

  /** What the caller may do, as far as the policy says without looking at an entity. */
  getAssignmentRights(
    options?: CustomerLayerRequestOptions,
  ): Promise<AssignmentRights>;

  /** Who says what of an entity's declarations. @throws ResponseError with status 404 when the caller can't see it */
  getAssignments(
    entityRef: string,
    options?: CustomerLayerRequestOptions,
  ): Promise<EntityAssignments>;

  /**
   * What was assigned in the portal, the newest change first. A page may have fewer items than its limit, or none, and
   * still not be the last.
   */
  getAssignmentChanges(
    query?: { entityRef?: string; limit?: number; cursor?: string },
    options?: CustomerLayerRequestOptions,
  ): Promise<{ items: AssignmentChange[]; nextCursor?: string }>;

  /** Puts everything back to what it was before a change. What somebody changed since is refused, item by item. */
  undoAssignmentChange(
    changeId: string,
    options?: CustomerLayerRequestOptions,
  ): Promise<AssignmentAnswer>;

  /** What was assigned, as YAML or as a patch. */
  exportAssignments(
    request: ExportRequest,
    options?: CustomerLayerRequestOptions,
  ): Promise<AssignmentExport>;

  /** Which rules and aliases there are. */
  getAssigners(options?: CustomerLayerRequestOptions): Promise<AssignersStatus>;

  /** What rules and aliases do; those of a YAML text, if given, in place of the rules that hold. */
  dryRunAssigners(
    request?: { rules?: string },
    options?: CustomerLayerRequestOptions,
  ): Promise<DryRun>;

  /**
   * Creates customers. Each succeeds or fails by itself.
   *
   * @returns in the order of the request
   */
  createCustomers(
    customers: NewCustomer[],
    options?: CustomerLayerRequestOptions,
  ): Promise<{
    items: Array<{
      entityRef: string;
      result: 'created' | 'refused';
      message?: string;
    }>;
  }>;

  /** Removes a customer that was created in the portal. @throws ResponseError with status 404 when it was not */
  removeCustomer(
    customerRef: string,
    options?: CustomerLayerRequestOptions,
  ): Promise<void>;
}
