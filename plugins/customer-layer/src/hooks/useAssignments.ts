import { useApi } from '@backstage/frontend-plugin-api';
import { AssignmentChange } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { assignmentsApiRef } from '../api';
import { useAnswer } from './useAnswer';
import { usePages } from './usePages';

const PAGE_SIZE = 20;

/** Asks who says what of an entity's declarations. */
export function useEntityAssignments(entityRef: string, version: number) {
  const api = useApi(assignmentsApiRef);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getAssignments(entityRef, { signal }),
      [api, entityRef],
    ),
    version,
  );
}

/** Asks what was assigned in the portal, the newest change first; of one entity, where given. */
export function useAssignmentChanges(
  entityRef: string | undefined,
  version: number | string,
) {
  const api = useApi(assignmentsApiRef);
  return usePages<
    AssignmentChange,
    { items: AssignmentChange[]; nextCursor?: string }
  >(
    useCallback(
      (cursor, signal) =>
        api.getAssignmentChanges(
          { entityRef, cursor, limit: PAGE_SIZE },
          { signal },
        ),
      [api, entityRef],
    ),
    version,
  );
}
