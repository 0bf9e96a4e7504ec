import { useApi } from '@backstage/frontend-plugin-api';
import {
  AssignersStatus,
  DryRun,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { assignmentsApiRef } from '../api';
import { Answer, useAnswer } from './useAnswer';

/** Asks which rules and aliases there are. */
export function useAssigners(): Answer<AssignersStatus> {
  const api = useApi(assignmentsApiRef);
  return useAnswer(
    useCallback((signal: AbortSignal) => api.getAssigners({ signal }), [api]),
  );
}

/** Asks what rules and aliases touch. */
export function useDryRun(version: string): Answer<DryRun> {
  const api = useApi(assignmentsApiRef);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.dryRunAssigners({}, { signal }),
      [api],
    ),
    version,
  );
}
