import { InputError } from '@backstage/errors';
import {
  CustomerOrder,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { parseCursor, printCursor } from './cursor';
import { compareKeys, sortKeyOf } from './customersQuery';

/** Where the next page of customers begins. */
export type CustomersPosition = {
  /** Of the graph that the page before came from. */
  revision: string;
  /** What was filtered and sorted by. */
  question: string;
  /** How many customers come before. */
  offset: number;
  /** The last customer shown, unless it was hidden: a cursor names nothing that its page didn't. */
  after?: { ref: string; key: string | number };
};

const positionSchema = z.strictObject({
  revision: z.string().min(1),
  question: z.string(),
  offset: z.int().min(1),
  after: z
    .strictObject({ ref: z.string(), key: z.union([z.string(), z.number()]) })
    .optional(),
});

/**
 * Reads a cursor that {@link pageOf} gave.
 *
 * @throws InputError when it is anything else
 */
export const parseCustomersCursor = (text: string): CustomersPosition =>
  parseCursor(text, positionSchema);

/**
 * Cuts one page out of sorted customers, those hidden last; whether their refs are masked already makes no difference.
 *
 * @remarks
 *
 * When the graph has changed since the page before, the page begins after the last customer that was shown; among
 * hidden ones it begins at the same offset.
 *
 * @param options.question - what was filtered and sorted by
 * @throws InputError when the page before answered another question
 */
export function pageOf(
  customers: readonly CustomerSummary[],
  options: {
    revision: string;
    question: string;
    order: CustomerOrder;
    limit: number;
    position?: CustomersPosition;
  },
): { items: CustomerSummary[]; nextCursor?: string } {
  const { revision, question, order, limit, position } = options;
  if (position && position.question !== question) {
    throw new InputError(
      'The cursor belongs to another question. Give nextCursor only together with the same filters and the same order',
    );
  }
  const start = startOf(customers, options);
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
      question,
      offset: end,
      ...(!last.hidden && {
        after: { ref: last.customerRef, key: sortKeyOf(last, order) },
      }),
    }),
  };
}

function startOf(
  customers: readonly CustomerSummary[],
  {
    revision,
    order,
    position,
  }: {
    revision: string;
    order: CustomerOrder;
    position?: CustomersPosition;
  },
): number {
  const after = position?.after;
  if (!position || position.revision === revision || after === undefined) {
    return position?.offset ?? 0;
  }
  const next = customers.findIndex(
    customer =>
      customer.hidden ||
      compareKeys(
        { key: sortKeyOf(customer, order), ref: customer.customerRef },
        after,
      ) > 0,
  );
  return next < 0 ? customers.length : next;
}
