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
 * Where the impact explorer is: who is hit if something fails. Both frontend systems resolve it.
 *
 * @public
 */
export const customerImpactRouteRef = createRouteRef({
  id: 'customer-layer.impact',
});

/**
 * Where what this plugin adds to the pages of entities leads to the impact explorer: by itself to the one above, and nowhere
 * in an app that has none.
 */
export const impactPageRouteRef = createExternalRouteRef({
  id: 'customer-layer.impact-page',
  optional: true,
  defaultTarget: 'customer-layer.impact',
});

/**
 * Where the page of coverage is; both frontend systems resolve it.
 *
 * @public
 */
export const customerCoverageRouteRef = createRouteRef({
  id: 'customer-layer.coverage',
});

/**
 * Where what this plugin adds to other pages leads to the page of coverage: by itself to the one above, and nowhere in an
 * app that has none.
 */
export const coveragePageRouteRef = createExternalRouteRef({
  id: 'customer-layer.coverage-page',
  optional: true,
  defaultTarget: 'customer-layer.coverage',
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
