import {
  BasicPermission,
  createPermission,
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

/** Every permission of the customer layer. @public */
export const customerLayerPermissions: readonly BasicPermission[] = [
  auditReadPermission,
  auditRunPermission,
  exemptionRequestPermission,
  exemptionApprovePermission,
  confirmPermission,
];
