import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EventsService } from '@backstage/plugin-events-node';
import { hostname } from 'node:os';
import { z } from 'zod/v4';

/** The topic on which the catalog says what it could not process. Its own constant is in the catalog's backend. */
export const CATALOG_ERRORS_TOPIC = 'experimental.catalog.errors';

const MOST_REMEMBERED = 1000;

const payloadSchema = z.object({
  entity: z.string(),
  errors: z.array(z.unknown()).min(1),
});

const errorSchema = z.object({ message: z.string(), cause: z.unknown() });

// The innermost cause is what the author of the file can mend; around it stands which processor threw.
function messageOf(error: unknown): string {
  const { message, cause } = errorSchema.partial().safeParse(error).data ?? {};
  return cause instanceof Error
    ? messageOf(cause)
    : message ?? 'the catalog gives no reason';
}

/**
 * Remembers why the catalog refused Customers, so that whoever names one learns more than that it doesn't exist.
 */
export class RefusedCustomers {
  readonly #reasons = new Map<string, string>();
  #changes = 0;

  /** Listens to the catalog. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      // Each replica must hear of every refusal, and those with the same id would share them.
      id: `refused-customers-${hostname()}`,
      topics: [CATALOG_ERRORS_TOPIC],
      onEvent: async ({ eventPayload }) => this.note(eventPayload),
    });
  }

  /** Takes in what the catalog says; anything but a refused Customer is ignored. */
  note(eventPayload: unknown): void {
    const payload = payloadSchema.safeParse(eventPayload).data;
    if (!payload?.entity.toLocaleLowerCase('en-US').startsWith('customer:')) {
      return;
    }
    const ref = stringifyEntityRef(parseEntityRef(payload.entity));
    this.#changes++;
    this.#reasons.delete(ref);
    this.#reasons.set(ref, payload.errors.map(messageOf).join('; '));
    if (this.#reasons.size > MOST_REMEMBERED) {
      const [oldest] = this.#reasons.keys();
      this.#reasons.delete(oldest);
    }
  }

  /** Forgets those that the catalog has accepted since. */
  forget(accepted: (customerRef: string) => boolean): void {
    for (const ref of this.#reasons.keys()) {
      if (accepted(ref)) {
        this.#changes++;
        this.#reasons.delete(ref);
      }
    }
  }

  /** Another number when there is another reason. */
  get changes(): number {
    return this.#changes;
  }

  /** Why each Customer was refused, by its ref. */
  get reasons(): ReadonlyMap<string, string> {
    return this.#reasons;
  }
}
