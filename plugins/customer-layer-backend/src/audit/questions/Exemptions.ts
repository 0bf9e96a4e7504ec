import { NotFoundError } from '@backstage/errors';
import {
  Exemption,
  ExemptionState,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { parseCursor, printCursor } from '../../services/cursor';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { ExemptionStore } from '../database/ExemptionStore';
import { AuditAsking, Surroundings } from './AuditAsking';
import {
  demandOpen,
  demandToDecide,
  ExemptionDecision,
} from './exemptionDecision';
import {
  demandPossible,
  ExemptionRequest,
  ExemptionTerms,
} from './exemptionRequest';

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

/** That subjects may fail rules for a while: asked for by one, approved by another. */
export class Exemptions {
  readonly #surroundings: Surroundings;
  readonly #store: ExemptionStore;
  readonly #terms: ExemptionTerms;
  readonly #fourEyes: boolean;
  readonly #onChange: () => void;

  constructor(
    options: Surroundings &
      ExemptionTerms & {
        exemptions: ExemptionStore;
        /** Whether somebody else than who asked must approve. */
        fourEyes: boolean;
        /** Told when one begins or ceases to hold. */
        onExemption(): void;
      },
  ) {
    this.#surroundings = options;
    this.#store = options.exemptions;
    this.#terms = options;
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
    request: ExemptionRequest,
    viewer: Viewer,
    caller: Caller,
  ): Promise<Exemption> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    demandPossible(request, this.#terms, asking);
    await asking.find(request.entityRef);
    const { ruleId, entityRef, reason, expiresOn } = request;
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
    const approves = await demandToDecide(caller, act);
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const exemption = await this.#store.get(id);
    const { entityRef } = exemption;
    const canRead = await asking.subjects([entityRef]);
    if (!canRead(entityRef)) {
      // In the words in which the store says that there is none.
      throw new NotFoundError(`There is no exemption "${id}"`);
    }
    const by = caller.ref;
    demandOpen(exemption, { act, by, approves, fourEyes: this.#fourEyes });
    const decided = await this.#store.act(exemption, {
      act,
      by,
      ...(note?.trim() && { note: note.trim() }),
    });
    this.#onChange();
    return asking.hide(decided);
  }
}
