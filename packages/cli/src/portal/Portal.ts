import { CatalogClient } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  GRAPH_ENTITY_FIELDS,
  REFS_PER_REQUEST,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk } from 'lodash';
import limiter from 'p-limit';
import { RELATION_FIELDS } from '../catalog/relations';
import { PortalError } from './PortalError';

const REQUESTS_AT_ONCE = 4;
const ANSWERS_WITHIN_MS = 30_000;

const FIELDS = [...GRAPH_ENTITY_FIELDS, ...RELATION_FIELDS, 'metadata.links'];

const causeOf = (error: unknown): string =>
  isError(error)
    ? [error.message, isError(error.cause) && error.cause.message]
        .filter(Boolean)
        .join(': ')
    : String(error);

/** The catalog of a running portal. */
export class Portal {
  readonly #url: string;
  readonly #token?: string;
  readonly #catalog: CatalogClient;
  readonly #limit = limiter(REQUESTS_AT_ONCE);

  constructor({ url, token }: { url: string; token?: string }) {
    this.#url = url;
    this.#token = token;
    this.#catalog = new CatalogClient({
      discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
      fetchApi: {
        fetch: (request, init) =>
          fetch(request, {
            ...init,
            signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
          }),
      },
    });
  }

  /**
   * Those of the entities that the catalog holds, and that the token may read.
   *
   * @throws PortalError when there is no answer, or a refusal
   */
  async entities(refs: string[]): Promise<Entity[]> {
    const pages = await Promise.all(
      chunk(refs, REFS_PER_REQUEST).map(entityRefs =>
        this.#limit(() => this.#page(entityRefs)),
      ),
    );
    return pages.flat();
  }

  /**
   * All entities that the catalog holds and that the token may read, page by page, as they are.
   *
   * @throws PortalError when there is no answer, or a refusal
   */
  async *all(): AsyncGenerator<Entity[]> {
    try {
      yield* this.#catalog.streamEntities({}, { token: this.#token });
    } catch (error) {
      throw this.#noAnswer(error);
    }
  }

  async #page(entityRefs: string[]): Promise<Entity[]> {
    try {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { token: this.#token },
      );
      return items.filter(item => item !== undefined);
    } catch (error) {
      throw this.#noAnswer(error);
    }
  }

  #noAnswer(error: unknown): PortalError {
    return new PortalError(
      `The catalog at ${this.#url} does not answer: ${causeOf(
        error,
      )}. Correct --portal, which is the URL of the backend, or give a token that may read the catalog in CUSTOMER_LAYER_TOKEN.`,
    );
  }
}
