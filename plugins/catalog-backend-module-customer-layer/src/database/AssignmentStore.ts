import { randomUUID } from 'node:crypto';
import {
  DeclarationKey,
  DeclarationTexts,
  PortalAssignment,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { chunk, groupBy } from 'lodash';
import {
  AssignmentRow,
  ASSIGNMENTS,
  ChangeRow,
  CHANGES,
  ItemRow,
  ITEMS,
} from './tables';
import { nextSequence, waitToWrite } from './writing';

/** What the portal is to say of one declaration of an entity; nothing where `after` is absent. */
export type AssignmentWrite = {
  entityRef: string;
  key: DeclarationKey;
  after?: string;
};

/** A write that altered something. */
export type WrittenItem = AssignmentWrite & { before?: string };

/** Who writes, and why. */
export type ChangeAuthor = {
  /** Ref of who does it. */
  by: string;
  reason?: string;
  /** Id of the change that is undone. */
  undoes?: string;
};

/** What the portal says of some entities, by ref; none where it says nothing. */
export type SaidByPortal = ReadonlyMap<string, DeclarationTexts>;

// Below the limits of both databases, whatever the number of columns.
const ROWS_PER_STATEMENT = 200;

/** What the portal says of entities now, by entity ref; and the one way to alter it, of which a record is kept. */
export class AssignmentStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** What the portal says of one entity. */
  async of(entityRef: string): Promise<DeclarationTexts> {
    return (await this.ofAll([entityRef])).get(entityRef) ?? {};
  }

  /** What the portal says of some entities. */
  ofAll(entityRefs: readonly string[]): Promise<SaidByPortal> {
    return saidOf(this.#knex, entityRefs);
  }

  /** The same of one entity, with who said it and when. */
  async detailsOf(entityRef: string): Promise<PortalAssignment[]> {
    const rows: Array<AssignmentRow & ChangeRow> = await this.#knex(ASSIGNMENTS)
      .join(CHANGES, `${ASSIGNMENTS}.sequence`, `${CHANGES}.sequence`)
      .where('entity_ref', entityRef)
      .orderBy('key');
    return rows.map(({ key, value, by, at, reason, id }) => ({
      key: key as DeclarationKey,
      value,
      by,
      at: new Date(Number(at)).toISOString(),
      ...(reason !== null && { reason }),
      changeId: id,
    }));
  }

  /**
   * Alters what the portal says, as one change; all of it or, when it fails, nothing. Writers come one after the other.
   *
   * @param decide - told what the portal says of the entities at that moment, says what it is to say
   * @returns the id of the change, absent where nothing was altered; what the portal said before; what was altered
   */
  write(
    { entityRefs, ...author }: ChangeAuthor & { entityRefs: readonly string[] },
    decide: (said: SaidByPortal) => readonly AssignmentWrite[],
  ): Promise<{ id?: string; said: SaidByPortal; written: WrittenItem[] }> {
    return this.#knex.transaction(async tx => {
      await waitToWrite(tx);
      const said = await saidOf(tx, entityRefs);
      const written = decide(said)
        .map(write => ({
          ...write,
          before: said.get(write.entityRef)?.[write.key],
        }))
        .filter(({ before, after }) => before !== after);
      if (!written.length) {
        return { said, written };
      }
      const id = randomUUID();
      const sequence = await nextSequence(tx);
      await tx<ChangeRow>(CHANGES).insert({
        sequence,
        id,
        by: author.by,
        at: this.#now().getTime(),
        reason: author.reason ?? null,
        undoes: author.undoes ?? null,
      });
      await record(tx, sequence, written);
      await apply(tx, sequence, written);
      return { id, said, written };
    });
  }
}

async function saidOf(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<SaidByPortal> {
  const said = new Map<string, DeclarationTexts>();
  for (const refs of chunk(entityRefs, ROWS_PER_STATEMENT)) {
    const rows = await knex<AssignmentRow>(ASSIGNMENTS)
      .whereIn('entity_ref', refs)
      .select('entity_ref', 'key', 'value');
    for (const { entity_ref: ref, key, value } of rows) {
      said.set(ref, { ...said.get(ref), [key]: value });
    }
  }
  return said;
}

async function record(
  tx: Knex.Transaction,
  sequence: number,
  written: readonly WrittenItem[],
): Promise<void> {
  const rows = written.map(
    ({ entityRef, key, before, after }): ItemRow => ({
      sequence,
      entity_ref: entityRef,
      key,
      before: before ?? null,
      after: after ?? null,
    }),
  );
  for (const some of chunk(rows, ROWS_PER_STATEMENT)) {
    await tx<ItemRow>(ITEMS).insert(some);
  }
}

async function apply(
  tx: Knex.Transaction,
  sequence: number,
  written: readonly WrittenItem[],
): Promise<void> {
  for (const [key, items] of Object.entries(groupBy(written, 'key'))) {
    for (const some of chunk(items, ROWS_PER_STATEMENT)) {
      const refs = some.map(({ entityRef }) => entityRef);
      await tx<AssignmentRow>(ASSIGNMENTS)
        .where({ key })
        .whereIn('entity_ref', refs)
        .delete();
      const rows = some.flatMap(({ entityRef, after: value }) =>
        value === undefined
          ? []
          : [{ entity_ref: entityRef, key, value, sequence }],
      );
      if (rows.length) {
        await tx<AssignmentRow>(ASSIGNMENTS).insert(rows);
      }
    }
  }
}
