import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/**
 * Where the page of the audit is; both frontend systems resolve it.
 *
 * @public
 */
export const customerAuditRouteRef = createRouteRef({
  id: 'customer-layer.audit',
});

/**
 * Where what this plugin adds to other pages leads to the page of the audit: by itself to the one above, and nowhere in an
 * app that has none.
 */
export const auditPageRouteRef = createExternalRouteRef({
  id: 'customer-layer.audit-page',
  optional: true,
  defaultTarget: 'customer-layer.audit',
});

/**
 * Where the list of all customers is; both frontend systems resolve it.
 *
 * @public
 */
export const customersRouteRef = createRouteRef({
  id: 'customer-layer.customers',
});

/**
 * Where the list of all operations teams is; both frontend systems resolve it.
 *
 * @public
 */
export const operationsTeamsRouteRef = createRouteRef({
  id: 'customer-layer.operations-teams',
});
