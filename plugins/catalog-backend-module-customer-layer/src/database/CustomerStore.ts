import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { CustomerRow, CUSTOMERS } from './tables';
import { waitToWrite } from './writing';

/** The customers that were created in the portal. */
export class CustomerStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** All of them, or those of some refs, in the order of their refs. */
  async list(entityRefs?: readonly string[]): Promise<Entity[]> {
    const query = this.#knex<CustomerRow>(CUSTOMERS).orderBy('entity_ref');
    if (entityRefs) {
      query.whereIn('entity_ref', entityRefs);
    }
    return (await query).map(({ entity }) => JSON.parse(entity));
  }

  /** Adds customers, except where there is one of that ref already. @returns those that were added */
  add(entities: readonly Entity[], by: string): Promise<Entity[]> {
    return this.#knex.transaction(async tx => {
      await waitToWrite(tx);
      const taken = new Set<string>(
        await tx(CUSTOMERS)
          .whereIn('entity_ref', entities.map(stringifyEntityRef))
          .pluck('entity_ref'),
      );
      const added = entities.filter(
        entity => !taken.has(stringifyEntityRef(entity)),
      );
      for (const entity of added) {
        await tx<CustomerRow>(CUSTOMERS).insert({
          entity_ref: stringifyEntityRef(entity),
          entity: JSON.stringify(entity),
          by,
          at: this.#now().getTime(),
        });
      }
      return added;
    });
  }

  /** Removes customers. @returns how many of them there were */
  remove(entityRefs: readonly string[]): Promise<number> {
    return this.#knex<CustomerRow>(CUSTOMERS)
      .whereIn('entity_ref', entityRefs)
      .delete();
  }
}
