import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AssignmentAnswer,
  AssignmentChange,
  AssignmentOutcome,
  DeclarationKey,
  DeclarationTexts,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { groupBy, partition, uniq } from 'lodash';
import { SaidByPortal } from '../database/AssignmentStore';
import { ChangeStore, StoredChange } from '../database/ChangeStore';
import { AssigningServices } from './Assignments';
import { outcomeOf } from './outcomeOf';
import { forbiddenEntity } from './requestedRows';
import { Caller } from './Rights';

type Item = StoredChange['items'][number];

/** Whether the portal still says what a change had it say. */
const isAsLeft = ({ key, after }: Item, said: DeclarationTexts = {}) =>
  said[key] === after;

const refused = (entityRef: string, message: string): AssignmentOutcome => ({
  entityRef,
  result: 'refused',
  message,
  declarations: [],
});

const changedSince = (entityRef: string, items: readonly Item[]) =>
  `${items.map(({ key }) => key).join(', ')} of ${quote(
    entityRef,
  )} was changed since, and stays as it is. Undo the later change first, or assign what it should be`;

/** What was done in the portal, and undoing it. */
export class AssignmentChanges {
  readonly #services: AssigningServices;
  readonly #changes: ChangeStore;

  constructor(services: AssigningServices & { changes: ChangeStore }) {
    this.#services = services;
    this.#changes = services.changes;
  }

  /**
   * Changes, the newest first. One of which the caller may read about no entity is left out, so that a page may be short.
   *
   * @param query.before - only those before the one of this number
   * @returns the number after which the next page begins, if there is one
   */
  async list(
    query: { entityRef?: string; before?: number; limit: number },
    caller: Caller,
  ): Promise<{ items: AssignmentChange[]; next?: number }> {
    const { rights } = this.#services;
    const { entityRef } = query;
    if (entityRef && !(await rights.readable([entityRef], caller))(entityRef)) {
      return { items: [] };
    }
    const { changes, next } = await this.#changes.page(query);
    const refs = changes.flatMap(({ items }) =>
      items.map(item => item.entityRef),
    );
    const canRead = await rights.readable(uniq(refs), caller);
    return {
      items: changes.flatMap(({ sequence, items, ...change }) => {
        const shown = items.filter(item => canRead(item.entityRef));
        return shown.length
          ? {
              ...change,
              items: shown,
              hiddenItems: items.length - shown.length,
            }
          : [];
      }),
      next,
    };
  }

  /**
   * Has the portal say again what it said before a change, as a change that can be undone itself. What was changed since
   * is refused by itself, and so is what the caller may not assign.
   *
   * @throws NotFoundError when there is no such change on any entity that the caller may read; NotAllowedError when the
   * caller may assign nothing to any entity
   */
  async undo(changeId: string, caller: Caller): Promise<AssignmentAnswer> {
    const { rights, store } = this.#services;
    const mayAssign = await rights.assignable(caller, { orThrow: true });
    const change = await this.#changes.find(changeId);
    const refs = uniq(change?.items.map(item => item.entityRef));
    const entities = await rights.entities(refs, caller);
    if (!change || !entities.size) {
      throw new NotFoundError(
        `There is no change ${quote(
          changeId,
        )} on an entity that you may read. Take the id from the list of changes`,
      );
    }
    const items = change.items.filter(item => entities.has(item.entityRef));
    const allowed = items.filter(item =>
      mayAssign(entities.get(item.entityRef)!),
    );
    const { id, said, written } = await store.write(
      { by: caller.ref, undoes: changeId, entityRefs: [...entities.keys()] },
      current =>
        allowed
          .filter(item => isAsLeft(item, current.get(item.entityRef)))
          .map(({ entityRef, key, before }) => ({
            entityRef,
            key,
            after: before,
          })),
    );
    await this.#services.refresh(
      uniq(written.map(({ entityRef }) => entityRef)),
    );
    const hiddenItems = change.items.length - items.length;
    return {
      ...(id && { changeId: id }),
      items: await this.#outcomes(items, { said, entities, mayAssign }),
      ...(hiddenItems && { hiddenItems }),
    };
  }

  /** Entity by entity; in two parts where only some of its declarations are refused. */
  async #outcomes(
    items: readonly Item[],
    context: {
      said: SaidByPortal;
      entities: ReadonlyMap<string, Entity>;
      mayAssign(entity: Entity): boolean;
    },
  ): Promise<AssignmentOutcome[]> {
    const { book, deliverableKinds } = this.#services;
    const others = { assigners: await book.current(), deliverableKinds };
    return Object.entries(groupBy(items, 'entityRef')).flatMap(
      ([entityRef, own]) => {
        const entity = context.entities.get(entityRef)!;
        if (!context.mayAssign(entity)) {
          return refused(entityRef, forbiddenEntity(entityRef));
        }
        const said = context.said.get(entityRef) ?? {};
        const [undone, changed] = partition(own, item => isAsLeft(item, said));
        const texts = new Map<DeclarationKey, string | undefined>(
          undone.map(({ key, before }) => [key, before]),
        );
        return [
          ...(undone.length
            ? [outcomeOf({ entityRef, entity, texts }, said, others)]
            : []),
          ...(changed.length
            ? [refused(entityRef, changedSince(entityRef, changed))]
            : []),
        ];
      },
    );
  }
}
