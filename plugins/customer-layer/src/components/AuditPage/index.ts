export { AuditBody } from './AuditBody';
export { CustomerAuditPage } from './CustomerAuditPage';
