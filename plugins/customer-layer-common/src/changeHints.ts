import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

/**
 * The topic of the events in which the catalog's side says which entities it has seen change.
 *
 * @public
 */
export const CHANGE_HINTS_TOPIC = 'customer-layer.change-hints';

/** How many refs one event holds at most. @public */
export const CHANGE_HINTS_LIMIT = 1000;

/**
 * What an event on {@link CHANGE_HINTS_TOPIC} says.
 *
 * @remarks
 *
 * A hint promises little: the entity may look the same in the catalog as before, may look so for a while longer, and
 * may be hinted more than once. That an entity is gone is never hinted.
 *
 * @public
 */
export type ChangeHintsPayload = {
  /** Full refs, in lower case; at least one, at most {@link CHANGE_HINTS_LIMIT}. */
  entityRefs: string[];
};

// The catalog may allow other names than the usual ones, so that only the shape is looked at.
const schema: z.ZodType<ChangeHintsPayload> = z.object({
  entityRefs: z
    .array(
      z
        .string()
        .regex(
          /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/,
          'must be a ref of the form kind:namespace/name',
        )
        .transform(ref => ref.toLocaleLowerCase('en-US')),
    )
    .min(1)
    .max(CHANGE_HINTS_LIMIT),
});

/**
 * Reads what an event on {@link CHANGE_HINTS_TOPIC} says.
 *
 * @throws InputError that names each fault
 * @public
 */
export function parseChangeHints(eventPayload: unknown): ChangeHintsPayload {
  const { data, error } = schema.safeParse(eventPayload);
  if (!data) {
    const faults = error.issues
      .map(
        ({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`,
      )
      .join('; ');
    throw new InputError(
      `An event on "${CHANGE_HINTS_TOPIC}" can't be read. Install the same version of the customer layer beside the catalog and everywhere else: ${faults}`,
    );
  }
  return data;
}
