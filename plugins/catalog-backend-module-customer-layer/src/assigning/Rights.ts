import {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  assignPermission,
  REFS_PER_REQUEST,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk } from 'lodash';

/** Who calls. */
export type Caller = {
  /** Ref of the user, or the subject of a service. */
  ref: string;
  credentials: BackstageCredentials;
};

const lacking = ({ name }: { name: string }) =>
  new NotAllowedError(
    `This takes the permission "${name}". Ask whoever keeps the permission policy for it`,
  );

/** What callers may read, and what they may do. Each method throws ServiceUnavailableError when nobody says. */
export class Rights {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;

  constructor(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    catalog: CatalogService;
    logger: LoggerService;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.registry;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
  }

  /** @throws NotAllowedError when the caller lacks a permission */
  async demand(permission: BasicPermission, caller: Caller): Promise<void> {
    const [{ result }] = await this.#permissions
      .authorize([{ permission }], { credentials: caller.credentials })
      .catch(this.#unavailable('The permission policy'));
    if (result !== AuthorizeResult.ALLOW) {
      throw lacking(permission);
    }
  }

  /** Whether there may be entities to which a caller may assign something; no entity is looked at. */
  async mayAssign(caller: Caller): Promise<boolean> {
    const { result } = await this.#decide(assignPermission, caller);
    return result !== AuthorizeResult.DENY;
  }

  /**
   * To which entities a caller may assign something.
   *
   * @param options.orThrow - throws NotAllowedError when that is none whatever
   */
  async assignable(
    caller: Caller,
    options?: { orThrow: boolean },
  ): Promise<(entity: Entity) => boolean> {
    const decision = await this.#decide(assignPermission, caller);
    if (options?.orThrow && decision.result === AuthorizeResult.DENY) {
      throw lacking(assignPermission);
    }
    const authorize = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(catalogEntityPermissionResourceRef),
    );
    return entity => authorize(decision, entity);
  }

  /** Those of some entities that the catalog has and the caller may read, by ref. */
  async entities(
    entityRefs: readonly string[],
    caller: Caller,
    fields?: string[],
  ): Promise<Map<string, Entity>> {
    const entities = new Map<string, Entity>();
    for (const refs of chunk(entityRefs, REFS_PER_REQUEST)) {
      const { items } = await this.#catalog
        .getEntitiesByRefs(
          { entityRefs: refs, fields },
          { credentials: caller.credentials },
        )
        .catch(this.#unavailable('The catalog'));
      for (const [index, entity] of items.entries()) {
        if (entity) {
          entities.set(refs[index], entity);
        }
      }
    }
    return entities;
  }

  /** Which of some refs a caller may read about; of one who may read everything, also those that are gone. */
  async readable(
    entityRefs: readonly string[],
    caller: Caller,
  ): Promise<(entityRef: string) => boolean> {
    const { result } = await this.#decide(catalogEntityReadPermission, caller);
    if (result === AuthorizeResult.ALLOW) {
      return () => true;
    }
    const entities =
      result === AuthorizeResult.DENY
        ? new Map<string, Entity>()
        : await this.entities(entityRefs, caller, ['kind', 'metadata.name']);
    return ref => entities.has(ref);
  }

  async #decide(permission: ResourcePermission, { credentials }: Caller) {
    const [decision] = await this.#permissions
      .authorizeConditional([{ permission }], { credentials })
      .catch(this.#unavailable('The permission policy'));
    return decision;
  }

  // What another plugin answers to us must not look like our answer to the caller, nor be told to them.
  #unavailable(who: string): (error: unknown) => never {
    return error => {
      this.#logger.warn(
        `${who} does not say what a caller may read and do`,
        toError(error),
      );
      throw new ServiceUnavailableError(
        `${who} does not say what you may read and do, so nothing was done. Ask again later`,
      );
    };
  }
}
