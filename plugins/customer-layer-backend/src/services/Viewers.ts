import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk, partition, uniq } from 'lodash';
import limiterFactory from 'p-limit';
import { CanRead } from '../masking/Mask';

/** Somebody who asks. */
export interface Viewer {
  /** False for somebody who may read everything. */
  readonly limited: boolean;
  /** Finds out which of these refs the viewer may read; of any other the answer is no. */
  canRead(graph: CustomerGraph, refs: Iterable<string>): Promise<CanRead>;
}

// So many of the longest refs stay below the catalog's limit of 100 kB for a body.
const REFS_PER_REQUEST = 250;
const REQUESTS_AT_ONCE = 4;

const unlimited: Viewer = {
  limited: false,
  canRead: async () => () => true,
};

// What another plugin answers to us must not look like our answer to the caller.
const unavailable = (who: string) => (error: unknown) => {
  throw new ServiceUnavailableError(
    `${who} does not say what you may read, so nothing can be shown. Ask again later`,
    error,
  );
};

const canReadOf =
  (graph: CustomerGraph, readable: ReadonlySet<string>): CanRead =>
  ref =>
    readable.has(ref) || !graph.mentions(ref);

/** Finds out what callers may read in the catalog. */
export class Viewers {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /**
   * Asks the permission policy about a caller.
   *
   * @throws ServiceUnavailableError when it doesn't answer; so does {@link Viewer.canRead} when the catalog doesn't
   */
  async viewerOf(credentials: BackstageCredentials): Promise<Viewer> {
    const [decision] = await this.#permissions
      .authorizeConditional([{ permission: catalogEntityReadPermission }], {
        credentials,
      })
      .catch(unavailable('The permission policy'));
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return unlimited;
      case AuthorizeResult.DENY:
        return {
          limited: true,
          canRead: async graph => canReadOf(graph, new Set()),
        };
      default:
        return {
          limited: true,
          canRead: async (graph, refs) =>
            canReadOf(graph, await this.#readable(graph, refs, credentials)),
        };
    }
  }

  // A ref that names nothing is readable with any of the entities that spell it out. There may be thousands, so only some
  // are asked for at a time, and only until one is readable.
  async #readable(
    graph: CustomerGraph,
    refs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const [existing, others] = partition([...new Set(refs)], ref =>
      graph.exists(ref),
    );
    const readable = new Set(await this.#ask(existing, credentials));
    const asked = new Set(existing);

    let open = others.map(ref => ({ ref, spellers: graph.spelledBy(ref) }));
    for (;;) {
      open = open.flatMap(({ ref, spellers }) => {
        if (spellers.some(speller => readable.has(speller))) {
          readable.add(ref);
          return [];
        }
        const left = spellers.filter(speller => !asked.has(speller));
        return left.length ? [{ ref, spellers: left }] : [];
      });
      if (!open.length) {
        return readable;
      }
      const next = uniq(
        open.flatMap(({ spellers }) => spellers.slice(0, REFS_PER_REQUEST)),
      );
      next.forEach(speller => asked.add(speller));
      (await this.#ask(next, credentials)).forEach(ref => readable.add(ref));
    }
  }

  /** Those of some existing refs that the caller may read. */
  async #ask(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const limiter = limiterFactory(REQUESTS_AT_ONCE);
    const readable = await Promise.all(
      chunk(refs, REFS_PER_REQUEST).map(entityRefs =>
        limiter(async () => {
          const { items } = await this.#catalog
            .getEntitiesByRefs(
              { entityRefs, fields: ['kind', 'metadata.name'] },
              { credentials },
            )
            .catch(unavailable('The catalog'));
          return entityRefs.filter((_, index) => items[index]);
        }),
      ),
    );
    return readable.flat();
  }
}
