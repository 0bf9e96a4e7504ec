import {
  ANNOTATIONS,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Where a form takes errors of a field. */
export type ReportsErrors = { addError(message: string): void };

/** What refs can be chosen for. */
export type RefsKey =
  | 'economicCustomers'
  | 'internalCustomers'
  | 'operationsTeam';

/** Reads refs as the catalog will, and says what is wrong with those that it can't use. */
export function validateRefs(
  key: RefsKey,
  refs: readonly string[],
  field: ReportsErrors,
): void {
  if (refs.length === 0) {
    return;
  }
  const { problems } = readDeclarations({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'new',
      annotations: { [ANNOTATIONS[key].name]: refs.join(', ') },
    },
  });
  problems.forEach(({ message }) => field.addError(message));
}
