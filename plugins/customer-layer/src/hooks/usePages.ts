import { toError } from '@backstage/errors';
import { useCallback, useMemo, useState } from 'react';
import { Failure, failureOf } from '../lib/failure';
import { Answer, useAnswer } from './useAnswer';

/** One page of a list. */
type Page<Item> = { items: Item[]; nextCursor?: string };

/** A list as far as it has been fetched. */
export type Pages<Item, First extends Page<Item>> = {
  /** The first page, with what it says of the whole list. */
  first: First;
  /** Of all pages fetched; the same array for as long as no page is added. */
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
  version?: number | string,
): Answer<Pages<Item, First>> {
  const answer = useAnswer(
    useCallback((signal: AbortSignal) => ask(undefined, signal), [ask]),
    version,
  );
  const [rest, setRest] = useState<Rest<Item>>();
  const first = answer.status === 'ready' ? answer.value : undefined;
  // Pages that followed another first page are not of this list.
  const known: Rest<Item> | undefined =
    rest && rest.after === first ? rest : undefined;
  const following = known?.pages;
  const items = useMemo(
    () =>
      (first ? [first, ...(following ?? [])] : []).flatMap(page => page.items),
    [first, following],
  );
  if (answer.status !== 'ready') {
    return answer;
  }

  const pages = following ?? [];
  const { nextCursor } = pages[pages.length - 1] ?? answer.value;

  const fetchMore = async () => {
    const settle = (next: Omit<Rest<Item>, 'after'>) =>
      setRest(current =>
        current?.after === first ? { after: first, ...next } : current,
      );
    setRest({ after: answer.value, pages, busy: true });
    try {
      const page = await ask(nextCursor);
      settle({ pages: [...pages, page] });
    } catch (error) {
      settle({ pages, failure: failureOf(toError(error)) });
    }
  };

  return {
    status: 'ready',
    value: {
      first: answer.value,
      items,
      more: nextCursor && !known?.busy ? fetchMore : undefined,
      failure: known?.failure,
    },
  };
}
