import { useApi } from '@backstage/frontend-plugin-api';
import {
  Coverage,
  CoverageAspect,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useReducer } from 'react';
import { coverageApiRef } from '../api';
import { Answer, useAnswer } from './useAnswer';
import { Settling, useSettling } from './useSettling';

/** How much is covered, and whether that is about to change. */
export type KnownCoverage = {
  answer: Answer<Coverage>;
  settling: Settling;
  /** Changes whenever what the catalog holds may have changed. */
  version: string;
};

/** Asks how much of the catalog is covered, and after a change again until the answer tells of it. */
export function useCoverage(): KnownCoverage {
  const api = useApi(coverageApiRef);
  const [looks, look] = useReducer((count: number) => count + 1, 0);
  const answer = useAnswer(
    useCallback((signal: AbortSignal) => api.getCoverage({ signal }), [api]),
    looks,
  );
  const revision =
    answer.status === 'ready' ? answer.value.graph.revision : undefined;
  return {
    answer,
    settling: useSettling(revision, look),
    version: revision ?? '',
  };
}

/** Asks how coverage grew. */
export function useCoverageHistory(version: string) {
  const api = useApi(coverageApiRef);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getCoverageHistory({}, { signal }),
      [api],
    ),
    version,
  );
}

/** Asks where to declare something, so that it covers the most. */
export function useWhereToBegin(
  query: { aspect: CoverageAspect; limit?: number },
  version: string,
) {
  const api = useApi(coverageApiRef);
  const { aspect, limit } = query;
  return useAnswer(
    useCallback(
      (signal: AbortSignal) =>
        api.getWhereToBegin({ aspect, limit }, { signal }),
      [api, aspect, limit],
    ),
    version,
  );
}
