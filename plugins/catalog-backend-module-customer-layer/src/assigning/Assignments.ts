import { NotFoundError } from '@backstage/errors';
import {
  AssignmentAnswer,
  AssignmentRequest,
  DeclarationKey,
  declarationKeysOn,
  EntityAssignments,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { uniq } from 'lodash';
import { AssignerBook } from '../assigners/AssignerBook';
import {
  AssignmentStore,
  AssignmentWrite,
  SaidByPortal,
} from '../database/AssignmentStore';
import { isRef } from '../refs';
import { candidatesWith, outcomeOf, OtherAssigners } from './outcomeOf';
import { RequestedRow, requestedRows, unknownEntity } from './requestedRows';
import { Caller, Rights } from './Rights';

/** What assigning needs of the catalog's module. */
export type AssigningServices = {
  store: AssignmentStore;
  book: Pick<AssignerBook, 'current'>;
  rights: Rights;
  deliverableKinds: readonly string[];
  /** Has the catalog process some entities soon; does not throw. */
  refresh(entityRefs: readonly string[]): Promise<void>;
};

/** Assigning in the portal, and what is assigned. */
export class Assignments {
  readonly #services: AssigningServices;

  constructor(services: AssigningServices) {
    this.#services = services;
  }

  /**
   * Assigns and takes back, or says what would happen. Each item succeeds or fails by itself; what succeeds is one change.
   *
   * @throws NotAllowedError when the caller may assign nothing to any entity
   */
  async assign(
    { items, reason, preview }: AssignmentRequest,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    const { rights, store, deliverableKinds } = this.#services;
    const mayAssign = await rights.assignable(caller, { orThrow: true });
    const rows = requestedRows(items, {
      entities: await rights.entities(
        uniq(items.map(({ entityRef }) => entityRef)).filter(isRef),
        caller,
      ),
      mayAssign,
      deliverableKinds,
    });
    const writes = rows.flatMap(writesOf);
    const entityRefs = uniq(writes.map(({ entityRef }) => entityRef));
    if (preview || !writes.length) {
      return this.#answer(rows, await store.ofAll(entityRefs));
    }
    const { id, said, written } = await store.write(
      { by: caller.ref, reason, entityRefs },
      () => writes,
    );
    await this.#services.refresh(
      uniq(written.map(({ entityRef }) => entityRef)),
    );
    return { ...(id && { changeId: id }), ...(await this.#answer(rows, said)) };
  }

  /**
   * Who says what of an entity's declarations.
   *
   * @throws NotFoundError when the catalog has no such entity, or the caller may not read it
   */
  async of(entityRef: string, caller: Caller): Promise<EntityAssignments> {
    const { rights, store, deliverableKinds } = this.#services;
    const entity = (await rights.entities([entityRef], caller)).get(entityRef);
    if (!entity) {
      throw new NotFoundError(unknownEntity(entityRef));
    }
    const candidates = candidatesWith(
      entity,
      await store.of(entityRef),
      await this.#others(),
    );
    const mayAssign = await rights.assignable(caller);
    return {
      entityRef,
      declarations: [...candidates].map(([key, all]) => ({
        key,
        candidates: all,
      })),
      portal: await store.detailsOf(entityRef),
      mayAssign:
        declarationKeysOn(entity.kind, deliverableKinds).length > 0 &&
        mayAssign(entity),
    };
  }

  async #answer(
    rows: readonly RequestedRow[],
    said: SaidByPortal,
  ): Promise<AssignmentAnswer> {
    const others = await this.#others();
    return {
      items: rows.map(row =>
        'refusal' in row
          ? {
              entityRef: row.entityRef,
              result: 'refused',
              message: row.refusal,
              declarations: [],
            }
          : outcomeOf(row, said.get(row.entityRef) ?? {}, others),
      ),
    };
  }

  async #others(): Promise<OtherAssigners> {
    const { book, deliverableKinds } = this.#services;
    return { assigners: await book.current(), deliverableKinds };
  }
}

function writesOf(row: RequestedRow): AssignmentWrite[] {
  if ('refusal' in row) {
    return [];
  }
  return [...row.texts].map(([key, after]: [DeclarationKey, string?]) => ({
    entityRef: row.entityRef,
    key,
    ...(after !== undefined && { after }),
  }));
}
