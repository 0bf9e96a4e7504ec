import {
  AssignmentRequest,
  AssignmentsApi,
  DeclarationTexts,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  DeclarationChanges,
  MeantFor,
  addedToPresent,
  assignmentItems,
} from '../../lib/assign/assignmentItems';

/** What somebody is about to assign. */
export type Draft = {
  texts: DeclarationTexts;
  /** Whether customers and teams join those that are named already. */
  adds: boolean;
  reason: string;
};

type DraftChanges = { changes: DeclarationChanges; meantFor?: MeantFor };

/**
 * Asks what a draft would do.
 *
 * @returns the answer, and the request that does exactly that
 */
export async function previewDraft(
  api: Pick<AssignmentsApi, 'assign'>,
  entityRefs: readonly string[],
  { changes, meantFor, adds, reason }: Omit<Draft, 'texts'> & DraftChanges,
) {
  const requestOf = (items: AssignmentRequest['items']): AssignmentRequest => ({
    items,
    ...(reason.trim() && { reason: reason.trim() }),
  });
  const request = requestOf(assignmentItems(entityRefs, changes, meantFor));
  const answer = await api.assign({ ...request, preview: true });
  if (!adds) {
    return { request, answer };
  }
  const added = requestOf(addedToPresent(request.items, answer));
  return {
    request: added,
    answer: await api.assign({ ...added, preview: true }),
  };
}
