import { CustomerSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { parseCursor, printCursor } from './cursor';

/** Where the next page of customers begins. */
export type CustomersPosition = {
  /** Of the graph that the page before came from. */
  revision: string;
  /** How many customers come before. */
  offset: number;
  /** The last customer shown, unless it was hidden: a cursor names nothing that its page didn't. */
  after?: string;
};

const positionSchema = z.strictObject({
  revision: z.string().min(1),
  offset: z.int().min(1),
  after: z.string().optional(),
});

/**
 * Reads a cursor that {@link pageOf} gave.
 *
 * @throws InputError when it is anything else
 */
export const parseCustomersCursor = (text: string): CustomersPosition =>
  parseCursor(text, positionSchema);

/**
 * Cuts one page out of all customers, those hidden last; whether their refs are masked already makes no difference.
 *
 * @remarks
 *
 * When the graph has changed since the page before, the page begins after the last customer that was shown; among
 * hidden ones it begins at the same offset.
 */
export function pageOf(
  customers: readonly CustomerSummary[],
  options: { revision: string; limit: number; position?: CustomersPosition },
): { items: CustomerSummary[]; nextCursor?: string } {
  const { revision, limit, position } = options;
  const start = startOf(customers, revision, position);
  const end = start + limit;
  const items = customers.slice(start, end);
  if (end >= customers.length) {
    return { items };
  }
  const last = items[items.length - 1];
  return {
    items,
    nextCursor: printCursor({
      revision,
      offset: end,
      ...(!last.hidden && { after: last.customerRef }),
    }),
  };
}

function startOf(
  customers: readonly CustomerSummary[],
  revision: string,
  position: CustomersPosition | undefined,
): number {
  const after = position?.after;
  if (!position || position.revision === revision || after === undefined) {
    return position?.offset ?? 0;
  }
  const next = customers.findIndex(
    ({ customerRef, hidden }) => hidden || customerRef > after,
  );
  return next < 0 ? customers.length : next;
}
