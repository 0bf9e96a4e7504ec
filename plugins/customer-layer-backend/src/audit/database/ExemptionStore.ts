import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Exemption,
  ExemptionAct,
  ExemptionEvent,
  exemptionState,
  isOver,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { groupBy, sortBy } from 'lodash';
import {
  ExemptionEventRow,
  ExemptionRow,
  EXEMPTIONS,
  EXEMPTION_EVENTS,
} from './tables';

const eventOf = (row: ExemptionEventRow): ExemptionEvent => ({
  act: row.act as ExemptionAct,
  by: row.by,
  at: new Date(Number(row.at)).toISOString(),
  ...(row.note && { note: row.note }),
});

/** Who asked that a subject may fail a rule for a while, and what came of it. Nothing of it is ever forgotten. */
export class ExemptionStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /**
   * Notes that somebody asks for one.
   *
   * @throws ConflictError when one for the same is asked for or holds
   */
  async request(
    request: Pick<Exemption, 'ruleId' | 'entityRef' | 'reason' | 'expiresOn'>,
    by: string,
  ): Promise<Exemption> {
    const id = randomUUID();
    const at = this.#now();
    await this.#knex.transaction(async tx => {
      const earlier = await tx<ExemptionRow>(EXEMPTIONS).where({
        subject_ref: request.entityRef,
        rule_id: request.ruleId,
      });
      const same = earlier.find(
        ({ act, expires_on: expiresOn }) =>
          (act === 'requested' || act === 'approved') && !isOver(expiresOn, at),
      );
      if (same) {
        throw new ConflictError(
          `An exemption of "${request.entityRef}" from "${request.ruleId}" until ${same.expires_on} is ${same.act} already. Withdraw it before you ask for another`,
        );
      }
      const written = await tx<ExemptionRow>(EXEMPTIONS)
        .insert(
          {
            id,
            subject_ref: request.entityRef,
            rule_id: request.ruleId,
            reason: request.reason,
            expires_on: request.expiresOn,
            act: 'requested',
            created_at: at.getTime(),
            position: earlier.length,
          },
          ['id'],
        )
        .onConflict(['subject_ref', 'rule_id', 'position'])
        .ignore();
      if (!written.length) {
        throw new ConflictError(
          `Somebody else has just asked for an exemption of "${request.entityRef}" from "${request.ruleId}"`,
        );
      }
      await tx<ExemptionEventRow>(EXEMPTION_EVENTS).insert({
        exemption_id: id,
        position: 0,
        act: 'requested',
        by,
        at: at.getTime(),
      });
    });
    return this.get(id);
  }

  /**
   * Notes what somebody did about one.
   *
   * @param seen - as it was when they decided
   * @throws ConflictError when somebody else did something meanwhile
   */
  async act(
    seen: Exemption,
    event: Pick<ExemptionEvent, 'act' | 'by' | 'note'>,
  ): Promise<Exemption> {
    await this.#knex.transaction(async tx => {
      await tx<ExemptionEventRow>(EXEMPTION_EVENTS)
        .insert({
          exemption_id: seen.id,
          position: seen.events.length,
          act: event.act,
          by: event.by,
          at: this.#now().getTime(),
          note: event.note ?? null,
        })
        .onConflict(['exemption_id', 'position'])
        .ignore();
      const written = await tx<ExemptionEventRow>(EXEMPTION_EVENTS)
        .where({ exemption_id: seen.id, position: seen.events.length })
        .first();
      if (written?.by !== event.by || written.act !== event.act) {
        throw new ConflictError(
          `The exemption "${seen.id}" was ${written?.act} by somebody else meanwhile. Look at it again`,
        );
      }
      await tx<ExemptionRow>(EXEMPTIONS)
        .where('id', seen.id)
        .update({ act: event.act });
    });
    return this.get(seen.id);
  }

  /** @throws NotFoundError when there is none of this id */
  async get(id: string): Promise<Exemption> {
    const row = await this.#knex<ExemptionRow>(EXEMPTIONS)
      .where({ id })
      .first();
    if (!row) {
      throw new NotFoundError(`There is no exemption "${id}"`);
    }
    const [exemption] = await this.#withEvents([row]);
    return exemption;
  }

  /** Every one there ever was, of one subject where told; the newest first. */
  async list(entityRef?: string): Promise<Exemption[]> {
    const query = this.#knex<ExemptionRow>(EXEMPTIONS)
      .orderBy('created_at', 'desc')
      .orderBy('id');
    if (entityRef !== undefined) {
      query.where('subject_ref', entityRef);
    }
    return this.#withEvents(await query);
  }

  /** How many acts there are about all of them: another number when something was done. */
  async countActs(): Promise<number> {
    const [row] = await this.#knex(EXEMPTION_EVENTS).count({ count: '*' });
    return Number(row.count);
  }

  async #withEvents(rows: readonly ExemptionRow[]): Promise<Exemption[]> {
    const events = this.#knex<ExemptionEventRow>(EXEMPTION_EVENTS);
    if (rows.length === 1) {
      events.where('exemption_id', rows[0].id);
    }
    const byExemption = groupBy(await events, 'exemption_id');
    return rows.map(row => {
      const exemption = {
        id: row.id,
        ruleId: row.rule_id,
        entityRef: row.subject_ref,
        reason: row.reason,
        expiresOn: row.expires_on,
        events: sortBy(byExemption[row.id], 'position').map(eventOf),
      };
      return { ...exemption, state: exemptionState(exemption, this.#now()) };
    });
  }
}
