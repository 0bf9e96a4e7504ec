/**
 * Extension points of the customer layer: own rules and own evidence for its audit. And what its backend parts share to
 * answer over HTTP and to keep tables.
 *
 * @packageDocumentation
 */
export * from './database/migrateTables';
export * from './EvidenceSource';
export * from './customerLayerAuditExtensionPoint';
export * from './http/createContractRouter';
export * from './http/quote';
