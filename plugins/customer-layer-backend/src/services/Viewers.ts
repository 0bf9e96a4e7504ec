import {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { CanRead, ReadableRefs } from './ReadableRefs';
import { Turn } from './Turns';

/** Somebody who asks, for as long as one request takes. */
export interface Viewer {
  /** False for somebody who may read everything. */
  readonly limited: boolean;
  /** Their share in the event loop. */
  readonly turn: Turn;
  /**
   * Finds out which of these refs the viewer may read; of any other the answer is no, unless it was asked for before.
   *
   * @throws ServiceUnavailableError when the catalog doesn't answer
   */
  canRead(graph: CustomerGraph, refs: Iterable<string>): Promise<CanRead>;
}

/** Finds out what callers may read in the catalog. */
export class Viewers {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #logger: LoggerService;

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#logger = options.logger;
  }

  /**
   * Asks the permission policy about a caller.
   *
   * @throws ServiceUnavailableError when it doesn't answer
   */
  async viewerOf(
    credentials: BackstageCredentials,
    turn: Turn,
  ): Promise<Viewer> {
    const [decision] = await turn.waitFor(
      this.#permissions
        .authorizeConditional([{ permission: catalogEntityReadPermission }], {
          credentials,
        })
        .catch(this.#unavailable('The permission policy')),
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { limited: false, turn, canRead: async () => () => true };
      case AuthorizeResult.DENY:
        return {
          limited: true,
          turn,
          canRead: async graph => ref => !graph.mentions(ref),
        };
      default: {
        const readable = new ReadableRefs({
          turn,
          ask: refs => this.#ask(refs, credentials),
        });
        return {
          limited: true,
          turn,
          canRead: (graph, refs) => readable.among(graph, refs),
        };
      }
    }
  }

  /** Those of some existing refs that a caller may read. */
  async #ask(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { items } = await this.#catalog
      .getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata.name'] },
        { credentials },
      )
      .catch(this.#unavailable('The catalog'));
    return entityRefs.filter((_, index) => items[index]);
  }

  // What another plugin answers to us must not look like our answer to the caller, nor be told to them.
  #unavailable(who: string): (error: unknown) => never {
    return error => {
      this.#logger.warn(
        `${who} does not say what a caller may read`,
        toError(error),
      );
      throw new ServiceUnavailableError(
        `${who} does not say what you may read, so nothing can be shown. Ask again later`,
      );
    };
  }
}
