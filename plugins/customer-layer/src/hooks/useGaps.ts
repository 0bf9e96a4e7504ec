import { useApi } from '@backstage/frontend-plugin-api';
import {
  CoverageAspect,
  Suggestion,
  UncoveredEntity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { coverageApiRef } from '../api';
import { GapFilters } from '../lib/coverageView/address';
import { Answer, useAnswer } from './useAnswer';
import { usePages } from './usePages';
import { MOST_SELECTED } from './useSelection';

const PAGE_SIZE = 50;

// As many as one question may fetch.
const LARGE_PAGE = 1_000;

/** As many entities as one question for suggestions takes. */
export const MOST_SUGGESTED_FOR = 100;

/** A page of entities that lack something. */
export type GapPage = {
  items: UncoveredEntity[];
  totalItems: number;
  hiddenItems: number;
  nextCursor?: string;
};

/** Which entities that lack what. */
export type GapQuery = { aspect: CoverageAspect } & GapFilters;

/**
 * Asks which entities lack something, page by page.
 *
 * @param query - keeps its identity for as long as the question stays the same
 */
export function useGaps(query: GapQuery, version: string) {
  const api = useApi(coverageApiRef);
  return usePages<UncoveredEntity, GapPage>(
    useCallback(
      (cursor, signal) =>
        api.getUncovered({ ...query, cursor, limit: PAGE_SIZE }, { signal }),
      [api, query],
    ),
    version,
  );
}

/** Gives a function that fetches the refs of all that a query finds, up to {@link MOST_SELECTED}. */
export function useAllGaps(query: GapQuery) {
  const api = useApi(coverageApiRef);
  return useCallback(async (): Promise<string[]> => {
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page: GapPage = await api.getUncovered({
        ...query,
        cursor,
        limit: LARGE_PAGE,
      });
      refs.push(...page.items.map(({ entityRef }) => entityRef));
      cursor = page.nextCursor;
    } while (cursor && refs.length < MOST_SELECTED);
    return refs.slice(0, MOST_SELECTED);
  }, [api, query]);
}

/**
 * Asks for suggestions.
 *
 * @param entityRefs - at most {@link MOST_SUGGESTED_FOR}; keeps its identity for as long as the question stays the same
 * @param dismissed - whether those that were dismissed are among them
 */
export function useSuggestionsFor(
  entityRefs: string[],
  dismissed: boolean,
  version: string,
): Answer<Suggestion[]> {
  const api = useApi(coverageApiRef);
  return useAnswer(
    useCallback(
      async (signal: AbortSignal) => {
        if (!entityRefs.length) {
          return [];
        }
        const { items } = await api.getSuggestions(
          { entityRefs, dismissed },
          { signal },
        );
        return items;
      },
      [api, entityRefs, dismissed],
    ),
    version,
  );
}
