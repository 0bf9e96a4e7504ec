import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  BasicPermission,
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Reading the audit: its summary, findings, runs, exemptions and confirmations. What of them names an entity is shown
 * only to those who may read that entity.
 *
 * @public
 */
export const auditReadPermission: BasicPermission = createPermission({
  name: 'customer-layer.audit.read',
  attributes: { action: 'read' },
});

/** Starting an audit of the whole catalog. @public */
export const auditRunPermission: BasicPermission = createPermission({
  name: 'customer-layer.audit.run',
  attributes: { action: 'create' },
});

/** Asking for an exemption, and withdrawing one's own. @public */
export const exemptionRequestPermission: BasicPermission = createPermission({
  name: 'customer-layer.exemption.request',
  attributes: { action: 'create' },
});

/** Approving, rejecting and withdrawing exemptions. @public */
export const exemptionApprovePermission: BasicPermission = createPermission({
  name: 'customer-layer.exemption.approve',
  attributes: { action: 'update' },
});

/** Confirming deliveries, trainings and reviews of those whose side one is on. @public */
export const confirmPermission: BasicPermission = createPermission({
  name: 'customer-layer.confirm',
  attributes: { action: 'create' },
});

/**
 * Assigning customers, operations teams and the like to an entity in the portal, and taking that back. A policy can decide
 * about it by the catalog's rules, as in "whoever owns the entity".
 *
 * @public
 */
export const assignPermission: ResourcePermission<
  typeof RESOURCE_TYPE_CATALOG_ENTITY
> = createPermission({
  name: 'customer-layer.assign',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Creating customers in the portal, and removing those. @public */
export const createCustomerPermission: BasicPermission = createPermission({
  name: 'customer-layer.customer.create',
  attributes: { action: 'create' },
});

/** Reading which rules and aliases assign what, and trying them out on the whole catalog. @public */
export const assignersReadPermission: BasicPermission = createPermission({
  name: 'customer-layer.assigners.read',
  attributes: { action: 'read' },
});

/** Dismissing suggestions for everybody. @public */
export const dismissPermission: BasicPermission = createPermission({
  name: 'customer-layer.suggestion.dismiss',
  attributes: { action: 'update' },
});

/** The permissions that the catalog's module asks for, which it adds to those of the catalog. @public */
export const assignmentPermissions = [
  assignPermission,
  createCustomerPermission,
  assignersReadPermission,
];

/** Every permission that the backend plugin asks for. @public */
export const customerLayerPermissions: readonly BasicPermission[] = [
  auditReadPermission,
  auditRunPermission,
  exemptionRequestPermission,
  exemptionApprovePermission,
  confirmPermission,
  dismissPermission,
];
