import { createRouteRef } from '@backstage/core-plugin-api';

/**
 * Where the page of the audit is; both frontend systems resolve it.
 *
 * @public
 */
export const customerAuditRouteRef = createRouteRef({
  id: 'customer-layer.audit',
});
