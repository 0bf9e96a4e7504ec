import { setImmediate } from 'node:timers/promises';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  EntityChange,
  GRAPH_ENTITY_FIELDS,
  REFS_PER_REQUEST,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk } from 'lodash';
import { untilAborted } from './untilAborted';

/** What the catalog is asked for. */
export type CatalogPurpose = 'full reading' | 'rereading' | 'pulse';

const ENTITIES_PER_PAGE = 500;
// The client itself would wait for ever.
const REQUEST_TIMEOUT_MS = 60_000;

/** Reads the catalog as ourselves, whom nothing is hidden from, and counts what that asks of it. */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #onAnswer: (purpose: CatalogPurpose, rows: number) => void;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    /** Called after each request that was answered. */
    onAnswer(purpose: CatalogPurpose, rows: number): void;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#onAnswer = options.onAnswer;
  }

  /**
   * All entities, page by page; one that changes meanwhile may come twice.
   *
   * @throws the reason of the signal, as soon as that is aborted, even if the catalog never answers
   */
  async *pages(signal: AbortSignal): AsyncGenerator<Entity[]> {
    const pages = this.#catalog
      .streamEntities(
        { fields: GRAPH_ENTITY_FIELDS, pageSize: ENTITIES_PER_PAGE },
        await this.#asOurselves(signal),
      )
      [Symbol.asyncIterator]();
    for (;;) {
      // Each on its own, because a stream that hangs can't be told to end.
      const { done, value } = await answerOf(pages.next(), signal);
      if (done) {
        return;
      }
      this.#onAnswer('full reading', value.length);
      yield value;
      // Requests that wait come before the next page.
      await setImmediate();
    }
  }

  /**
   * Some entities as they are now.
   *
   * @throws what the catalog throws, and the reason of the signal as soon as that is aborted
   */
  async reread(
    entityRefs: readonly string[],
    signal: AbortSignal,
  ): Promise<EntityChange[]> {
    const changes: EntityChange[] = [];
    for (const refs of chunk(entityRefs, REFS_PER_REQUEST)) {
      const { items } = await answerOf(
        this.#catalog.getEntitiesByRefs(
          { entityRefs: refs, fields: GRAPH_ENTITY_FIELDS },
          await this.#asOurselves(signal),
        ),
        signal,
      );
      this.#onAnswer('rereading', items.filter(Boolean).length);
      refs.forEach((entityRef, i) =>
        changes.push(
          items[i] ? { entityRef, entity: items[i] } : { entityRef },
        ),
      );
      await setImmediate();
    }
    return changes;
  }

  /**
   * How many entities there are, in one request that no entity comes back from.
   *
   * @throws what the catalog throws, and the reason of the signal as soon as that is aborted
   */
  async count(signal: AbortSignal): Promise<number> {
    const { totalItems } = await answerOf(
      this.#catalog.queryEntities(
        { limit: 0 },
        await this.#asOurselves(signal),
      ),
      signal,
    );
    this.#onAnswer('pulse', 0);
    return totalItems;
  }

  async #asOurselves(signal: AbortSignal) {
    return {
      credentials: await answerOf(
        this.#auth.getOwnServiceCredentials(),
        signal,
      ),
    };
  }
}

async function answerOf<T>(
  request: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  try {
    return await untilAborted(request, AbortSignal.any([signal, timeout]));
  } catch (error) {
    throw timeout.aborted && !signal.aborted
      ? new Error(
          `The catalog has not answered for ${REQUEST_TIMEOUT_MS / 1000} s`,
        )
      : error;
  }
}
