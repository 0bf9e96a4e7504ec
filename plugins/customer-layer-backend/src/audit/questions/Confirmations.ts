import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, toError } from '@backstage/errors';
import {
  confirmableKinds,
  Confirmation,
  ConfirmationKind,
  confirmersOf,
  confirmPermission,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { ConfirmationStore } from '../database/ConfirmationStore';
import { AuditAsking, Surroundings } from './AuditAsking';
import { demandDate } from './demandDate';

/** What somebody confirms. */
export type ConfirmationRequest = Pick<
  Confirmation,
  'entityRef' | 'kind' | 'date' | 'note'
>;

// What happened before counts for nothing any more, and is likely a slip.
const FIRST_DAY = '2000-01-01';

const SIDES: Record<ConfirmationKind, string> = {
  delivery:
    'its owners, its customers and the owners of those of kind Customer',
  training: 'the members of the team and its manager',
  review: 'the members of the team and its manager',
};

/** People's word that something happened, from those whose word it is. */
export class Confirmations {
  readonly #surroundings: Surroundings;
  readonly #store: ConfirmationStore;
  readonly #anyone: boolean;
  readonly #onConfirmed: (entityRef: string) => Promise<void>;
  readonly #logger: LoggerService;

  constructor(
    options: Surroundings & {
      confirmationStore: ConfirmationStore;
      /** Whether one may confirm without being on a side of it. */
      anyoneConfirms: boolean;
      /** Makes findings show what was confirmed. */
      onConfirmed(entityRef: string): Promise<void>;
      logger: LoggerService;
    },
  ) {
    this.#surroundings = options;
    this.#store = options.confirmationStore;
    this.#anyone = options.anyoneConfirms;
    this.#onConfirmed = entityRef => options.onConfirmed(entityRef);
    this.#logger = options.logger;
  }

  /** Those of one entity, the newest first. */
  of(entityRef: string): Promise<Confirmation[]> {
    return this.#store.of(entityRef);
  }

  /** What a caller may confirm of an entity. */
  async mayConfirm(
    entityRef: string,
    { graph, caller }: AuditAsking,
  ): Promise<ConfirmationKind[]> {
    const kinds = confirmableKinds(graph, entityRef);
    const [may] = await caller.may([confirmPermission]);
    if (!kinds.length || !may || !caller.isUser || this.#anyone) {
      return may && caller.isUser ? kinds : [];
    }
    const own = await caller.ownershipRefs();
    return kinds.filter(kind => {
      const confirmers = confirmersOf(graph, entityRef, kind);
      return own.some(ref => confirmers.has(ref));
    });
  }

  /**
   * Takes somebody's word.
   *
   * @throws NotFoundError when the catalog has no such entity, or the viewer may not read it; InputError when that can't be
   * confirmed of it, or not on that day; NotAllowedError when it is not theirs to say
   */
  async add(
    { entityRef, kind, date, note }: ConfirmationRequest,
    viewer: Viewer,
    caller: Caller,
  ): Promise<Confirmation> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    await asking.find(entityRef);
    const kinds = confirmableKinds(asking.graph, entityRef);
    if (!kinds.includes(kind)) {
      throw new InputError(
        `A ${kind} can't be confirmed of ${quote(entityRef)}. ${
          kinds.length
            ? `What can be confirmed of it is ${kinds.join(', ')}`
            : 'Name what is delivered, or a Group'
        }`,
      );
    }
    demandDate('date', date, {
      from: FIRST_DAY,
      to: asking.today,
      toIs: 'today in UTC',
    });
    if (!(await this.mayConfirm(entityRef, asking)).includes(kind)) {
      throw new NotAllowedError(
        `The ${kind} of ${quote(
          entityRef,
        )} is not yours to confirm. Those who may are ${SIDES[kind]}`,
      );
    }
    const confirmation = await this.#store.add({
      entityRef,
      kind,
      date,
      ...(note?.trim() && { note: note.trim() }),
      by: caller.ref,
    });
    try {
      await this.#onConfirmed(entityRef);
    } catch (error) {
      // It is confirmed all the same; the next run shows it.
      this.#logger.warn(
        `What was confirmed of ${entityRef} shows after the next audit only`,
        toError(error),
      );
    }
    return asking.hide(confirmation);
  }
}
