export { AuditAge } from './AuditAge';
export { EntityAudit } from './EntityAudit';
export { FindingItems } from './FindingItems';
