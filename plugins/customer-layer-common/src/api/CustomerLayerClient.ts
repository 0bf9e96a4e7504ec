import {
  Delivery,
  EntityLayers,
  GraphStatus,
  Impact,
  TeamOperations,
} from '../graph/answers';
import { CustomersPage, TeamsPage } from '../graph/listings';
import {
  CustomerLayerApi,
  CustomerLayerRequestOptions,
  CustomersQuery,
  ListsQuery,
  TeamsQuery,
} from './CustomerLayerApi';
import { byName, CustomerLayerClientOptions, HttpCaller } from './HttpCaller';

const pageOf = ({ limit, cursor }: ListsQuery = {}) => ({ limit, cursor });

/**
 * The client of the customer layer's HTTP API, for frontends and backends.
 *
 * @public
 */
export class CustomerLayerClient implements CustomerLayerApi {
  readonly #http: HttpCaller;

  constructor(options: CustomerLayerClientOptions) {
    this.#http = new HttpCaller(options);
  }

  /** {@inheritDoc CustomerLayerApi.getLayers} */
  getLayers(
    entityRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#http.call<EntityLayers>(`layers/${byName(entityRef)}`, {
      ...options,
      query: pageOf(options),
    });
  }

  /** {@inheritDoc CustomerLayerApi.getLayersByRefs} */
  async getLayersByRefs(
    entityRefs: string[],
    options?: CustomerLayerRequestOptions & Pick<ListsQuery, 'limit'>,
  ) {
    const { items } = await this.#http.call<{
      items: Array<EntityLayers | null>;
    }>('layers/by-refs', {
      ...options,
      query: pageOf({ limit: options?.limit }),
      body: { entityRefs },
    });
    return items.map(item => item ?? undefined);
  }

  /** {@inheritDoc CustomerLayerApi.getImpact} */
  getImpact(
    entityRefs: string[],
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#http.call<Impact>('impact', {
      ...options,
      query: pageOf(options),
      body: { entityRefs },
    });
  }

  /** {@inheritDoc CustomerLayerApi.getDelivery} */
  getDelivery(
    customerRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#http.call<Delivery>(`delivery/${byName(customerRef)}`, {
      ...options,
      query: pageOf(options),
    });
  }

  /** {@inheritDoc CustomerLayerApi.getOperations} */
  getOperations(
    teamRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#http.call<TeamOperations>(`operations/${byName(teamRef)}`, {
      ...options,
      query: pageOf(options),
    });
  }

  /** {@inheritDoc CustomerLayerApi.getTeams} */
  getTeams(query?: TeamsQuery, options?: CustomerLayerRequestOptions) {
    return this.#http.call<TeamsPage>('operations', { ...options, query });
  }

  /** {@inheritDoc CustomerLayerApi.getCustomers} */
  getCustomers(query?: CustomersQuery, options?: CustomerLayerRequestOptions) {
    return this.#http.call<CustomersPage>('customers', { ...options, query });
  }

  /** {@inheritDoc CustomerLayerApi.getGraphStatus} */
  getGraphStatus(options?: CustomerLayerRequestOptions) {
    return this.#http.call<GraphStatus>('graph', options);
  }
}
