import { useApi } from '@backstage/frontend-plugin-api';
import {
  TeamsPage,
  TeamsQuery,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { customerLayerApiRef } from '../api';
import { usePages } from './usePages';

const PAGE_SIZE = 100;

/**
 * Asks for operations teams, page by page.
 *
 * @param query - keeps its identity for as long as the question stays the same
 */
export function useTeams(query: TeamsQuery) {
  const api = useApi(customerLayerApiRef);
  return usePages<TeamSummary, TeamsPage>(
    useCallback(
      (cursor: string | undefined, signal?: AbortSignal) =>
        api.getTeams({ ...query, limit: PAGE_SIZE, cursor }, { signal }),
      [api, query],
    ),
  );
}
