import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';

/** The id of the backend plugin. @public */
export const CUSTOMER_LAYER_PLUGIN_ID = 'customer-layer';

/** What a client needs of its surroundings; both `FetchApi` and the global `fetch` will do. @public */
export type CustomerLayerClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: {
    fetch(input: string, init?: RequestInit): Promise<Response>;
  };
};

type Parameter = string | number | boolean | readonly string[] | undefined;

/** One call: `query` is put into the address, a list as one parameter for each item; a `body` makes it a POST. */
export type HttpCall = CustomerLayerRequestOptions & {
  query?: Readonly<Record<string, Parameter>>;
  body?: unknown;
};

/** The part of a path that names an entity. */
export function byName(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultNamespace: 'default',
  });
  return `by-name/${[kind, namespace, name].map(encodeURIComponent).join('/')}`;
}

function inQuery(query: NonNullable<HttpCall['query']> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      [value].flat().forEach(one => params.append(name, String(one)));
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** Calls the HTTP API of the customer layer. */
export class HttpCaller {
  readonly #discoveryApi: CustomerLayerClientOptions['discoveryApi'];
  readonly #fetchApi: CustomerLayerClientOptions['fetchApi'];
  readonly #pluginId: string;
  readonly #root: string;

  /**
   * @param options.pluginId - the plugin that serves the API; our own where absent
   * @param options.root - what comes before each path there; `v1` where absent
   */
  constructor(
    options: CustomerLayerClientOptions & { pluginId?: string; root?: string },
  ) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
    this.#pluginId = options.pluginId ?? CUSTOMER_LAYER_PLUGIN_ID;
    this.#root = options.root ?? 'v1';
  }

  /** @throws ResponseError when the answer is a failure */
  async fetch(path: string, call: HttpCall = {}): Promise<Response> {
    const { query, body, token, signal } = call;
    const baseUrl = await this.#discoveryApi.getBaseUrl(this.#pluginId);
    const url = `${baseUrl}/${this.#root}/${path}${inQuery(query)}`;
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
    return response;
  }

  /** The same, and reads the answer as JSON. */
  async call<T>(path: string, call?: HttpCall): Promise<T> {
    const response = await this.fetch(path, call);
    return response.json();
  }
}
