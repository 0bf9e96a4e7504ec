import { useRouteRef } from '@backstage/core-plugin-api';
import { impactSearch } from '../lib/impactQuery';
import { impactPageRouteRef } from '../routes';

/** Where it is told who is hit if an entity fails; undefined in an app without that page. */
export function useImpactAddress(entityRef: string): string | undefined {
  const path = useRouteRef(impactPageRouteRef);
  return (
    path &&
    `${path()}${impactSearch({ entityRefs: [entityRef], mode: 'failure' })}`
  );
}
