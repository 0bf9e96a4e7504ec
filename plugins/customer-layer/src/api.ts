import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentsApi,
  AuditApi,
  CoverageApi,
  CustomerLayerApi,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * Where the screens of this plugin get their answers from.
 *
 * @remarks
 *
 * Both frontend systems resolve it; by default it is the client of the customer layer's backend.
 *
 * @public
 */
export const customerLayerApiRef = createApiRef<CustomerLayerApi>().with({
  id: 'plugin.customer-layer.client',
  pluginId: 'customer-layer',
});

/**
 * Where the screens of the audit get their answers from, and send what people decide and confirm; by default the client
 * of the same backend.
 *
 * @public
 */
export const auditApiRef = createApiRef<AuditApi>().with({
  id: 'plugin.customer-layer.audit',
  pluginId: 'customer-layer',
});

/**
 * Where the screens that assign customers and operations teams send what people assign; by default the client of the
 * catalog's module.
 *
 * @public
 */
export const assignmentsApiRef = createApiRef<AssignmentsApi>().with({
  id: 'plugin.customer-layer.assignments',
  pluginId: 'customer-layer',
});

/**
 * Where the screens of coverage get their answers from; by default the client of the customer layer's backend.
 *
 * @public
 */
export const coverageApiRef = createApiRef<CoverageApi>().with({
  id: 'plugin.customer-layer.coverage',
  pluginId: 'customer-layer',
});
