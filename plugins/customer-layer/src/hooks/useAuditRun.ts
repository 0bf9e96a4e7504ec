import { useApi } from '@backstage/frontend-plugin-api';
import {
  AuditRun,
  AuditSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useEffect, useState } from 'react';
import { auditApiRef } from '../api';
import { useAct } from './useAct';

const POLL_AFTER_MS = 2_000;

/** What is known of the runs of the audit. */
export type KnownRuns = { summary: AuditSummary; lastRun?: AuditRun };

/** A run under way, or how to start one. */
export type RunControl = {
  /** Somebody waits for a run to begin, or for it to end. */
  waiting: boolean;
  start: () => void;
  /** Why none could be started. */
  error?: string;
};

/**
 * Starts runs, and looks again and again while one is under way, or while there has been none.
 *
 * @param look - asks for `known` again; keeps its identity
 */
export function useAuditRun(
  known: KnownRuns | undefined,
  look: () => void,
): RunControl {
  const api = useApi(auditApiRef);
  const { run, busy, error } = useAct();
  // The newest run of the time when somebody asked for another.
  const [askedAfter, setAskedAfter] = useState<number>();

  const last = known?.lastRun?.id ?? 0;
  const waiting =
    busy || Boolean(known?.summary.running) || askedAfter === last;
  const polling = waiting || (known !== undefined && !known.summary.run);

  useEffect(() => {
    if (!polling) {
      return undefined;
    }
    const timer = setInterval(look, POLL_AFTER_MS);
    return () => clearInterval(timer);
  }, [polling, look]);

  return {
    waiting,
    error,
    start: () =>
      run(
        () => api.startAuditRun(),
        () => {
          setAskedAfter(last);
          look();
        },
      ),
  };
}
