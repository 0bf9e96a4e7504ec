import { useApi } from '@backstage/frontend-plugin-api';
import {
  AuditDiff,
  AuditRun,
  Exemption,
  ExemptionState,
  FindingChange,
  FindingsPage,
  FindingsQuery,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { auditApiRef } from '../api';
import { useAnswer } from './useAnswer';
import { usePages } from './usePages';

const PAGE_SIZE = 50;
// Two years of days.
const MOST_DAYS = 730;

/** Asks how the catalog fares, and what became of the run that began last. */
export function useAuditSummary(version: number) {
  const api = useApi(auditApiRef);
  return useAnswer(
    useCallback(
      async (signal: AbortSignal) => {
        const [summary, { items }] = await Promise.all([
          api.getAuditSummary({ signal }),
          api.getAuditRuns({ limit: 1 }, { signal }),
        ]);
        return { summary, lastRun: items.at(0) };
      },
      [api],
    ),
    version,
  );
}

/** Asks for the last run of each day, the newest first. */
export function useDailyRuns(version: number) {
  const api = useApi(auditApiRef);
  return useAnswer(
    useCallback(
      async (signal: AbortSignal): Promise<AuditRun[]> => {
        const { items } = await api.getAuditRuns(
          { daily: true, limit: MOST_DAYS },
          { signal },
        );
        return items;
      },
      [api],
    ),
    version,
  );
}

/** Asks what changed since a run; since the one before the last, where absent. */
export function useAuditDiff(from: number | undefined, version: number) {
  const api = useApi(auditApiRef);
  return usePages<FindingChange, AuditDiff>(
    useCallback(
      (cursor, signal) =>
        api.getAuditDiff({ from, cursor, limit: PAGE_SIZE }, { signal }),
      [api, from],
    ),
    version,
  );
}

/**
 * Asks for findings.
 *
 * @param query - keeps its identity for as long as the question stays the same
 */
export function useFindings(query: FindingsQuery, version: number) {
  const api = useApi(auditApiRef);
  return usePages<ListedFinding, FindingsPage>(
    useCallback(
      (cursor, signal) =>
        api.getFindings({ ...query, cursor, limit: PAGE_SIZE }, { signal }),
      [api, query],
    ),
    version,
  );
}

/** Asks for the findings of one entity. */
export function useEntityFindings(entityRef: string, version: number) {
  const api = useApi(auditApiRef);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getEntityFindings(entityRef, { signal }),
      [api, entityRef],
    ),
    version,
  );
}

/**
 * Asks for exemptions.
 *
 * @param state - keeps its identity for as long as the question stays the same
 */
export function useExemptions(
  state: ExemptionState[] | undefined,
  version: number,
) {
  const api = useApi(auditApiRef);
  return usePages<Exemption, { items: Exemption[]; hiddenItems: number }>(
    useCallback(
      (cursor, signal) =>
        api.getExemptions({ state, cursor, limit: PAGE_SIZE }, { signal }),
      [api, state],
    ),
    version,
  );
}
