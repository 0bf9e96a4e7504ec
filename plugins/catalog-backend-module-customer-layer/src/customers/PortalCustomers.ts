import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AssignmentsApi,
  createCustomerPermission,
  NewCustomer,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { uniq } from 'lodash';
import { Caller, Rights } from '../assigning/Rights';
import { CustomerStore } from '../database/CustomerStore';
import { PortalProvider } from '../PortalProvider';
import { customerOf, faultsOf } from './customerOf';

type Created = Awaited<ReturnType<AssignmentsApi['createCustomers']>>;

const taken = (entityRef: string) =>
  `The ref ${quote(entityRef)} is taken. Give the customer another name`;

/** Creating customers in the portal, and removing those. */
export class PortalCustomers {
  readonly #store: CustomerStore;
  readonly #provider: Pick<PortalProvider, 'add' | 'remove'>;
  readonly #rights: Rights;
  readonly #auth: AuthService;

  constructor(options: {
    store: CustomerStore;
    provider: Pick<PortalProvider, 'add' | 'remove'>;
    rights: Rights;
    auth: AuthService;
  }) {
    this.#store = options.store;
    this.#provider = options.provider;
    this.#rights = options.rights;
    this.#auth = options.auth;
  }

  /**
   * Creates customers. Each succeeds or fails by itself.
   *
   * @throws NotAllowedError when the caller may create none
   */
  async create(
    customers: readonly NewCustomer[],
    caller: Caller,
  ): Promise<Created> {
    await this.#rights.demand(createCustomerPermission, caller);
    const entities = customers.map(customerOf);
    const refs = entities.map(entity => stringifyEntityRef(entity));
    const faults = await Promise.all(entities.map(faultsOf));
    // With rights of our own: a name is taken whoever may read what has it.
    const existing = await this.#rights.entities(
      uniq(refs.filter((_, index) => !faults[index].length)),
      { ...caller, credentials: await this.#auth.getOwnServiceCredentials() },
      ['kind', 'metadata.name'],
    );
    const refusals = refs.map((ref, index) =>
      existing.has(ref) || refs.indexOf(ref) < index
        ? taken(ref)
        : faults[index].join('; '),
    );
    const added = await this.#add(
      entities.filter((_, index) => !refusals[index]),
      caller,
    );
    return {
      items: refs.map((entityRef, index) =>
        !refusals[index] && added.has(entityRef)
          ? { entityRef, result: 'created' }
          : {
              entityRef,
              result: 'refused',
              message: refusals[index] || taken(entityRef),
            },
      ),
    };
  }

  /**
   * Removes a customer that was created in the portal. Entities that it was assigned to go on naming it.
   *
   * @throws NotFoundError when it was not created in the portal, or the caller may not read it; NotAllowedError when they
   * may create none, and so remove none
   */
  async remove(entityRef: string, caller: Caller): Promise<void> {
    await this.#rights.demand(createCustomerPermission, caller);
    const canRead = await this.#rights.readable([entityRef], caller);
    const customers = canRead(entityRef)
      ? await this.#store.list([entityRef])
      : [];
    if (!customers.length) {
      throw new NotFoundError(
        `No customer ${quote(
          entityRef,
        )} that you may read was created in the portal. Remove others where they come from`,
      );
    }
    await this.#store.remove([entityRef]);
    await this.#provider.remove(customers);
  }

  async #add(
    entities: readonly Entity[],
    caller: Caller,
  ): Promise<Set<string>> {
    const added = await this.#store.add(entities, caller.ref);
    const refs = added.map(entity => stringifyEntityRef(entity));
    try {
      await this.#provider.add(added);
    } catch (error) {
      await this.#store.remove(refs);
      throw error;
    }
    return new Set(refs);
  }
}
