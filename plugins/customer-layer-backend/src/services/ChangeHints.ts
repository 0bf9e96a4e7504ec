import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  CHANGE_HINTS_TOPIC,
  parseChangeHints,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { GraphStore } from '../database/GraphStore';

/**
 * Hears which entities the catalog's side has seen change, and notes them for the replica that reads the catalog.
 */
export class ChangeHints {
  readonly #store: Pick<GraphStore, 'noteHints'>;
  readonly #logger: LoggerService;

  constructor(options: {
    store: Pick<GraphStore, 'noteHints'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Listens to the catalog's side. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      // The same for all replicas, which share the store: it is enough that one of them hears of a change.
      id: 'change-hints',
      topics: [CHANGE_HINTS_TOPIC],
      onEvent: async ({ eventPayload }) => this.note(eventPayload),
    });
  }

  /** Takes in what an event says; never fails, since a full reading finds what is missed here. */
  async note(eventPayload: unknown): Promise<void> {
    try {
      const { entityRefs } = parseChangeHints(eventPayload);
      await this.#store.noteHints(entityRefs);
    } catch (error) {
      this.#logger.error(
        'Hints of changed entities are lost. Their changes show after the next full reading of the catalog, or once they change again. If this repeats, check the database of the plugin "customer-layer"',
        toError(error),
      );
    }
  }
}
