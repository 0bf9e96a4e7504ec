import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  CustomersPage,
  Delivery,
  EntityLayers,
  GraphStatus,
  Impact,
} from '../graph/answers';
import {
  CustomerLayerApi,
  CustomerLayerRequestOptions,
  CustomersQuery,
  ListsQuery,
} from './CustomerLayerApi';

/** The id of the backend plugin. @public */
export const CUSTOMER_LAYER_PLUGIN_ID = 'customer-layer';

/** What the client needs of its surroundings; both `FetchApi` and the global `fetch` will do. @public */
export type CustomerLayerClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: {
    fetch(input: string, init?: RequestInit): Promise<Response>;
  };
};

type Call = CustomerLayerRequestOptions & {
  query?: { limit?: number; cursor?: string };
  body?: unknown;
};

const byName = (entityRef: string) => {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultNamespace: 'default',
  });
  return `by-name/${[kind, namespace, name].map(encodeURIComponent).join('/')}`;
};

const inQuery = ({ limit, cursor }: NonNullable<Call['query']> = {}) => {
  const params = new URLSearchParams({
    ...(limit !== undefined && { limit: String(limit) }),
    ...(cursor !== undefined && { cursor }),
  }).toString();
  return params && `?${params}`;
};

/**
 * The client of the customer layer's HTTP API, for frontends and backends.
 *
 * @public
 */
export class CustomerLayerClient implements CustomerLayerApi {
  readonly #discoveryApi: CustomerLayerClientOptions['discoveryApi'];
  readonly #fetchApi: CustomerLayerClientOptions['fetchApi'];

  constructor(options: CustomerLayerClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritDoc CustomerLayerApi.getLayers} */
  getLayers(
    entityRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#call<EntityLayers>(`layers/${byName(entityRef)}`, {
      ...options,
      query: options,
    });
  }

  /** {@inheritDoc CustomerLayerApi.getLayersByRefs} */
  async getLayersByRefs(
    entityRefs: string[],
    options?: CustomerLayerRequestOptions,
  ) {
    const { items } = await this.#call<{ items: Array<EntityLayers | null> }>(
      'layers/by-refs',
      { ...options, body: { entityRefs } },
    );
    return items.map(item => item ?? undefined);
  }

  /** {@inheritDoc CustomerLayerApi.getImpact} */
  getImpact(
    entityRefs: string[],
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#call<Impact>('impact', {
      ...options,
      query: options,
      body: { entityRefs },
    });
  }

  /** {@inheritDoc CustomerLayerApi.getDelivery} */
  getDelivery(
    customerRef: string,
    options?: CustomerLayerRequestOptions & ListsQuery,
  ) {
    return this.#call<Delivery>(`delivery/${byName(customerRef)}`, {
      ...options,
      query: options,
    });
  }

  /** {@inheritDoc CustomerLayerApi.getCustomers} */
  getCustomers(query?: CustomersQuery, options?: CustomerLayerRequestOptions) {
    return this.#call<CustomersPage>('customers', { ...options, query });
  }

  /** {@inheritDoc CustomerLayerApi.getGraphStatus} */
  getGraphStatus(options?: CustomerLayerRequestOptions) {
    return this.#call<GraphStatus>('graph', options);
  }

  async #call<T>(path: string, call: Call = {}): Promise<T> {
    const { query, body, token, signal } = call;
    const baseUrl = await this.#discoveryApi.getBaseUrl(
      CUSTOMER_LAYER_PLUGIN_ID,
    );
    const url = `${baseUrl}/v1/${path}${inQuery(query)}`;
    const response = await this.#fetchApi.fetch(url, {
      ...(body !== undefined && {
        method: 'POST',
        body: JSON.stringify(body),
      }),
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
