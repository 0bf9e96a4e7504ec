import {
  Delivery,
  EntityLayers,
  GraphStatus,
  Impact,
  TeamOperations,
} from '../graph/answers';
import { CustomersPage, TeamsPage } from '../graph/listings';
import { CustomerRole, Stage } from '../model/words';

/** Orders in which customers are listed. @public */
export const CUSTOMER_ORDERS = ['ref', 'name', 'tier', 'serves'] as const;

/** One of {@link CUSTOMER_ORDERS}. @public */
export type CustomerOrder = (typeof CUSTOMER_ORDERS)[number];

/** Which customers to list, and in which order. @public */
export type CustomersQuery = {
  type?: CustomerRole;
  stage?: Stage;
  /** 1 (most critical) to 4. */
  tier?: number;
  /** Part of the customer's ref or title, in any case. */
  text?: string;
  /** `tier`: the most critical first; `serves`: who is served by most first. By ref where absent, and among equals. */
  sort?: CustomerOrder;
  /** At most so many items, 1 to 1,000; 100 where absent. */
  limit?: number;
  /** From `nextCursor` of the page before. */
  cursor?: string;
};

/** Orders in which operations teams are listed. @public */
export const TEAM_ORDERS = ['readiness', 'name', 'operates', 'ref'] as const;

/** One of {@link TEAM_ORDERS}. @public */
export type TeamOrder = (typeof TEAM_ORDERS)[number];

/** Which operations teams to list, and in which order. @public */
export type TeamsQuery = {
  /** Whether they pass all pillars; one of which that can't be said is not ready. */
  ready?: boolean;
  /** Part of the team's ref or title, in any case. */
  text?: string;
  /**
   * `readiness`: those that pass the fewest pillars first, and of these who operate the most; `operates`: who operates the
   * most first. By readiness where absent, and by ref among equals.
   */
  sort?: TeamOrder;
  /** At most so many items, 1 to 1,000; 100 where absent. */
  limit?: number;
  /** From `nextCursor` of the page before. */
  cursor?: string;
};

/** Which entries of an answer's lists to give; the first ones where absent, and as many as the server allows. @public */
export type ListsQuery = {
  /** At most so many entries of each list, 1 to 100,000. */
  limit?: number;
  /** From `nextCursor` of the page before, which answered the same question. */
  cursor?: string;
};

/** Passed with every call; a backend gives the token of whom it calls for. @public */
export type CustomerLayerRequestOptions = {
  token?: string;
  signal?: AbortSignal;
};

/**
 * The questions one can ask of the customer layer.
 *
 * @see plugins/customer-layer-backend/src/schema/openapi.yaml
 * @public
 */
export interface CustomerLayerApi {
  /**
   * The layers of one entity.
   *
   * @throws ResponseError with status 404 when the catalog has no such entity, or the caller may not read it; with
   * status 409 when the catalog has changed since the page before
   */
  getLayers(
    entityRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ): Promise<EntityLayers>;

  /** The layers of up to 1,000 entities, in order; `undefined` for those not found. */
  getLayersByRefs(
    entityRefs: string[],
    options?: CustomerLayerRequestOptions & Pick<ListsQuery, 'limit'>,
  ): Promise<Array<EntityLayers | undefined>>;

  /** Who is hit if these entities fail together. Throws like {@link CustomerLayerApi.getLayers}. */
  getImpact(
    entityRefs: string[],
    options?: CustomerLayerRequestOptions & ListsQuery,
  ): Promise<Impact>;

  /** What a customer's service rests on, and who keeps that running. Throws like {@link CustomerLayerApi.getLayers}. */
  getDelivery(
    customerRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ): Promise<Delivery>;

  /**
   * What a Group or User operates, how ready it is to, and of what it is an internal customer. Throws like
   * {@link CustomerLayerApi.getLayers}.
   */
  getOperations(
    teamRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ): Promise<TeamOperations>;

  /** Operations teams, with how ready they are. Those that the caller may not read come last. */
  getTeams(
    query?: TeamsQuery,
    options?: CustomerLayerRequestOptions,
  ): Promise<TeamsPage>;

  /** Customers, with what serves them. Those that the caller may not read come last. */
  getCustomers(
    query?: CustomersQuery,
    options?: CustomerLayerRequestOptions,
  ): Promise<CustomersPage>;

  /** Revision, size and age of the graph that the answers come from. */
  getGraphStatus(options?: CustomerLayerRequestOptions): Promise<GraphStatus>;
}
