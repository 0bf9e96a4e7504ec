/**
 * Extension points of the customer layer: own rules and own evidence for its audit.
 *
 * @packageDocumentation
 */
export * from './EvidenceSource';
export * from './customerLayerAuditExtensionPoint';
