import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  dayOf,
  Exemption,
  exemptionApprovePermission,
  exemptionRequestPermission,
  ExemptionState,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { quote } from '../../quote';
import { parseCursor, printCursor } from '../../services/cursor';
import { Caller, demand } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { ExemptionStore } from '../database/ExemptionStore';
import { AuditAsking, Surroundings } from './AuditAsking';
import { demandDate } from './demandDate';

/** What somebody asks for. */
export type ExemptionRequest = Pick<
  Exemption,
  'ruleId' | 'entityRef' | 'reason' | 'expiresOn'
>;

/** What somebody does about it. */
export type ExemptionDecision = {
  id: string;
  act: 'approved' | 'rejected' | 'withdrawn';
  note?: string;
};

/** Which page of exemptions. */
export type ExemptionsPage = {
  limit: number;
  state?: readonly ExemptionState[];
  /** Id of the last one on the page before. */
  after?: string;
};

const cursorSchema = z.strictObject({ after: z.string().min(1) });

/**
 * Reads a cursor of exemptions.
 *
 * @throws InputError when it is anything else
 */
export const parseExemptionsCursor = (text: string): string =>
  parseCursor(text, cursorSchema).after;

const DAY_MS = 24 * 60 * 60 * 1000;

// What can be done about an exemption in each state.
const OPEN_TO: Record<ExemptionDecision['act'], readonly ExemptionState[]> = {
  approved: ['requested'],
  rejected: ['requested'],
  withdrawn: ['requested', 'approved'],
};

/** That subjects may fail rules for a while: asked for by one, approved by another. */
export class Exemptions {
  readonly #surroundings: Surroundings;
  readonly #store: ExemptionStore;
  readonly #rules: readonly RuleDescription[];
  readonly #days: number;
  readonly #fourEyes: boolean;
  readonly #onChange: () => void;

  constructor(
    options: Surroundings & {
      exemptions: ExemptionStore;
      /** Those in force. */
      rules: readonly RuleDescription[];
      /** For at most so many days from today one can be asked for. */
      exemptionDays: number;
      /** Whether somebody else than who asked must approve. */
      fourEyes: boolean;
      /** Told when one begins or ceases to hold. */
      onExemption(): void;
    },
  ) {
    this.#surroundings = options;
    this.#store = options.exemptions;
    this.#rules = options.rules;
    this.#days = options.exemptionDays;
    this.#fourEyes = options.fourEyes;
    this.#onChange = () => options.onExemption();
  }

  /** Exemptions, the newest first. */
  async list(
    { limit, state, after }: ExemptionsPage,
    viewer: Viewer,
    caller: Caller,
  ): Promise<{ items: Exemption[]; hiddenItems: number; nextCursor?: string }> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const all = await viewer.turn.waitFor(this.#store.list());
    const canRead = await asking.subjects(
      new Set(all.map(({ entityRef }) => entityRef)),
    );
    const inState = (one: Exemption) => state?.includes(one.state) ?? true;
    const isReadable = ({ entityRef }: Exemption) => canRead(entityRef);
    const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
    const left = all
      .slice(start)
      .filter(one => inState(one) && isReadable(one));
    const items = left.slice(0, limit);
    return {
      ...(await asking.hide({ items })),
      hiddenItems: all.filter(one => inState(one) && !isReadable(one)).length,
      ...(left.length > limit && {
        nextCursor: printCursor({ after: items[items.length - 1].id }),
      }),
    };
  }

  /**
   * Asks for one.
   *
   * @throws NotFoundError when the catalog has no such entity, or the viewer may not read it; InputError when there is no
   * such rule for it, or it can't hold for so long; ConflictError when the same is asked for or holds
   */
  async request(
    { ruleId, entityRef, reason, expiresOn }: ExemptionRequest,
    viewer: Viewer,
    caller: Caller,
  ): Promise<Exemption> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    this.#demandRule(ruleId, entityRef);
    if (!reason.trim()) {
      throw new InputError(
        `reason ${quote(
          reason,
        )} says nothing. Write why the rule may be broken`,
      );
    }
    const last = new Date(asking.now.getTime() + this.#days * DAY_MS);
    demandDate('expiresOn', expiresOn, {
      from: asking.today,
      to: dayOf(last),
      toIs: `${this.#days} days from today in UTC`,
    });
    await asking.find(entityRef);
    const exemption = await this.#store.request(
      { ruleId, entityRef, reason: reason.trim(), expiresOn },
      caller.ref,
    );
    return asking.hide(exemption);
  }

  /**
   * Approves, rejects or withdraws one.
   *
   * @throws NotAllowedError when that is not the caller's; NotFoundError when there is none, or the viewer may not read its
   * subject; ConflictError when it is not open to that
   */
  async decide(
    { id, act, note }: ExemptionDecision,
    viewer: Viewer,
    caller: Caller,
  ): Promise<Exemption> {
    const approves = await demandEither(caller, act);
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const exemption = await this.#store.get(id);
    const { entityRef, events, state, expiresOn } = exemption;
    const canRead = await asking.subjects([entityRef]);
    if (!canRead(entityRef)) {
      // In the words in which the store says that there is none.
      throw new NotFoundError(`There is no exemption "${id}"`);
    }
    const isOwn = events[0].by === caller.ref;
    if (act === 'withdrawn' && !isOwn && !approves) {
      throw new NotAllowedError(
        `The exemption ${quote(
          id,
        )} was asked for by somebody else. They can withdraw it, and so can those with the permission "${
          exemptionApprovePermission.name
        }"`,
      );
    }
    if (act === 'approved' && isOwn && this.#fourEyes) {
      throw new NotAllowedError(
        `You asked for the exemption ${quote(
          id,
        )} yourself. Let somebody else approve it`,
      );
    }
    if (!OPEN_TO[act].includes(state)) {
      throw new ConflictError(
        `The exemption ${quote(
          id,
        )} until ${expiresOn} is ${state}, so it can't be ${act}. Ask for another one where it is needed`,
      );
    }
    const decided = await this.#store.act(exemption, {
      act,
      by: caller.ref,
      ...(note?.trim() && { note: note.trim() }),
    });
    this.#onChange();
    return asking.hide(decided);
  }

  #demandRule(ruleId: string, entityRef: string): void {
    const rule = this.#rules.find(({ id }) => id === ruleId);
    if (!rule) {
      throw new InputError(
        `There is no rule ${quote(ruleId)}. Write one of ${this.#rules
          .map(({ id }) => id)
          .join(', ')}`,
      );
    }
    const kind = entityRef.slice(0, entityRef.indexOf(':'));
    if (rule.kinds && !rule.kinds.includes(kind)) {
      throw new InputError(
        `The rule ${quote(ruleId)} judges no ${quote(
          kind,
        )}. Name an entity of kind ${rule.kinds.join(', ')}`,
      );
    }
  }
}

/** Who withdraws may hold either permission. @returns whether they may approve */
async function demandEither(
  caller: Caller,
  act: ExemptionDecision['act'],
): Promise<boolean> {
  const [approves, requests] = await caller.may([
    exemptionApprovePermission,
    exemptionRequestPermission,
  ]);
  if (!approves && !(act === 'withdrawn' && requests)) {
    await demand(caller, exemptionApprovePermission);
  }
  return approves;
}
