import {
  CustomersPage,
  Delivery,
  EntityLayers,
  GraphStatus,
  Impact,
} from '../graph/answers';

/** Which customers to list. @public */
export type CustomersQuery = {
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
 * @see docs/api.md
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

  /** Customers, with counts of what serves them. */
  getCustomers(
    query?: CustomersQuery,
    options?: CustomerLayerRequestOptions,
  ): Promise<CustomersPage>;

  /** Revision, size and age of the graph that the answers come from. */
  getGraphStatus(options?: CustomerLayerRequestOptions): Promise<GraphStatus>;
}
