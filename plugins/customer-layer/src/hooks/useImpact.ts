import { useApi } from '@backstage/frontend-plugin-api';
import { Impact } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useMemo } from 'react';
import { customerLayerApiRef } from '../api';
import { joinImpacts } from '../lib/impactCustomers';
import { Answer } from './useAnswer';
import { Pages, usePages } from './usePages';

// Nearly always all of it, and no more than a browser shows in a blink.
const PAGE_SIZE = 2_000;

type ImpactPage = { items: [Impact]; nextCursor?: string };

/** An impact as far as it has been fetched, and how to get the rest. */
export type FetchedImpact = {
  impact: Impact;
  pages: Pick<Pages<Impact, ImpactPage>, 'more' | 'failure'>;
};

/**
 * Asks who is hit if some entities fail together.
 *
 * @param entityRefs - at least one; the same array for as long as they are the same
 */
export function useImpact(entityRefs: string[]): Answer<FetchedImpact> {
  const api = useApi(customerLayerApiRef);
  const answer = usePages<Impact, ImpactPage>(
    useCallback(
      async (cursor: string | undefined, signal?: AbortSignal) => {
        const impact = await api.getImpact(entityRefs, {
          limit: PAGE_SIZE,
          cursor,
          signal,
        });
        return { items: [impact], nextCursor: impact.nextCursor };
      },
      [api, entityRefs],
    ),
  );
  const fetched = answer.status === 'ready' ? answer.value.items : undefined;
  const impact = useMemo(() => fetched && joinImpacts(fetched), [fetched]);
  if (answer.status !== 'ready') {
    return answer;
  }
  return {
    status: 'ready',
    value: {
      impact: impact ?? answer.value.first.items[0],
      pages: answer.value,
    },
  };
}
