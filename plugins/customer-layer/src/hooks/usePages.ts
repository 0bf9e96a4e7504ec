import { toError } from '@backstage/errors';
import { useCallback, useState } from 'react';
import { Failure, failureOf } from '../lib/failure';
import { Answer, useAnswer } from './useAnswer';

/** One page of a list. */
type Page<Item> = { items: Item[]; nextCursor?: string };

/** A list as far as it has been fetched. */
export type Pages<Item, First extends Page<Item>> = {
  /** The first page, with what it says of the whole list. */
  first: First;
  /** Of all pages fetched. */
  items: Item[];
  /** Fetches the next page; absent when there is none, or it is on its way. */
  more?: () => void;
  /** Why the next page did not come. */
  failure?: Failure;
};

type Rest<Item> = {
  after: unknown;
  pages: Array<Page<Item>>;
  busy?: boolean;
  failure?: Failure;
};

/**
 * Asks for a list page by page.
 *
 * @param ask - as for {@link useAnswer}; it is given the cursor of the page
 * @param version - as for {@link useAnswer}; the list starts again with its first page
 */
export function usePages<Item, First extends Page<Item>>(
  ask: (cursor: string | undefined, signal?: AbortSignal) => Promise<First>,
  version?: number,
): Answer<Pages<Item, First>> {
  const answer = useAnswer(
    useCallback((signal: AbortSignal) => ask(undefined, signal), [ask]),
    version,
  );
  const [rest, setRest] = useState<Rest<Item>>();
  if (answer.status !== 'ready') {
    return answer;
  }

  const first = answer.value;
  // Pages that followed another first page are not of this list.
  const known: Rest<Item> =
    rest?.after === first ? rest : { after: first, pages: [] };
  const { nextCursor } = known.pages[known.pages.length - 1] ?? first;

  const fetchMore = async () => {
    const settle = (next: Omit<Rest<Item>, 'after'>) =>
      setRest(current =>
        current?.after === first ? { after: first, ...next } : current,
      );
    setRest({ ...known, busy: true, failure: undefined });
    try {
      const page = await ask(nextCursor);
      settle({ pages: [...known.pages, page] });
    } catch (error) {
      settle({ pages: known.pages, failure: failureOf(toError(error)) });
    }
  };

  return {
    status: 'ready',
    value: {
      first,
      items: [first, ...known.pages].flatMap(({ items }) => items),
      more: nextCursor && !known.busy ? fetchMore : undefined,
      failure: known.failure,
    },
  };
}
