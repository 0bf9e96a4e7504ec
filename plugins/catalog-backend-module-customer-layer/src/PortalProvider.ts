import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { PORTAL_CUSTOMERS_LOCATION } from '@missing-layer/backstage-plugin-customer-layer-common';
import { isEqual } from 'lodash';
import { CustomerStore } from './database/CustomerStore';
import { refreshKeyOf } from './refs';

const deferred = (entity: Entity) => ({
  entity,
  locationKey: PORTAL_CUSTOMERS_LOCATION,
});

/**
 * Brings into the catalog what was done in the portal: customers that were created there, and entities to which something
 * was assigned.
 */
export class PortalProvider implements EntityProvider {
  readonly #customers: CustomerStore;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;

  constructor(options: { customers: CustomerStore; logger: LoggerService }) {
    this.#customers = options.customers;
    this.#logger = options.logger;
  }

  /** What the catalog knows the customers of the portal by. */
  getProviderName(): string {
    return PORTAL_CUSTOMERS_LOCATION;
  }

  /** Hands in all customers; what other replicas create or remove meanwhile is not undone by that. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    let handedIn: Entity[] | undefined;
    for (;;) {
      const customers = await this.#customers.list();
      if (isEqual(customers, handedIn)) {
        return;
      }
      await connection.applyMutation({
        type: 'full',
        entities: customers.map(deferred),
      });
      handedIn = customers;
    }
  }

  /** Has some entities processed soon. What fails is logged only: the catalog comes to them anyway. */
  async refresh(entityRefs: readonly string[]): Promise<void> {
    try {
      await this.#connected().refresh({ keys: entityRefs.map(refreshKeyOf) });
    } catch (error) {
      this.#logger.warn(
        'What was assigned in the portal shows after the next processing of the entities only',
        toError(error),
      );
    }
  }

  /** Brings customers into the catalog. @throws ServiceUnavailableError when the catalog doesn't take them */
  async add(entities: readonly Entity[]): Promise<void> {
    await this.#connected().applyMutation({
      type: 'delta',
      added: entities.map(deferred),
      removed: [],
    });
  }

  /** Takes customers out of the catalog. @throws ServiceUnavailableError when the catalog doesn't let go of them */
  async remove(entities: readonly Entity[]): Promise<void> {
    await this.#connected().applyMutation({
      type: 'delta',
      added: [],
      removed: entities.map(entity => ({
        entityRef: stringifyEntityRef(entity),
        locationKey: PORTAL_CUSTOMERS_LOCATION,
      })),
    });
  }

  #connected(): EntityProviderConnection {
    if (!this.#connection) {
      throw new ServiceUnavailableError(
        `The catalog has not connected "${this.getProviderName()}". Ask again later; if that doesn't help, look whether it is disabled under catalog.providerOptions`,
      );
    }
    return this.#connection;
  }
}
