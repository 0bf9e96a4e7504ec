import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { AuditRule } from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidenceSource } from './EvidenceSource';

/**
 * What a module may add to the audit.
 *
 * @public
 */
export interface CustomerLayerAuditExtensionPoint {
  /**
   * Adds rules, which count after those that ship and are configured like them, under `customerLayer.audit.rules`.
   *
   * @throws InputError when an id is not in kebab case, and ConflictError when there is a rule with that id already
   */
  addRule(...rules: AuditRule[]): void;

  /**
   * Adds sources of evidence. All that they say counts: of dates the newest, of dashboards and runbooks all, and of ways to
   * reach a team the one from the source whose id comes first.
   *
   * @throws InputError when an id is not in kebab case, and ConflictError when there is a source with that id already
   */
  addEvidenceSource(...sources: EvidenceSource[]): void;
}

/**
 * Where modules of the plugin `customer-layer` add own rules and own evidence to the audit.
 *
 * @remarks
 *
 * Modules are initialized before the plugin: what they add in `init` is complete when the plugin reads its configuration,
 * and stays so until the backend stops. Adding later has no effect. A rule is called for every entity in every audit, so
 * it must be a quick, pure function of its arguments; a source is asked once for each audit, and may ask other systems.
 *
 * @example
 *
 * ```ts
 * export default createBackendModule({
 *   pluginId: 'customer-layer',
 *   moduleId: 'training-register',
 *   register(env) {
 *     env.registerInit({
 *       deps: { audit: customerLayerAuditExtensionPoint },
 *       async init({ audit }) {
 *         audit.addRule(hasDescription);
 *         audit.addEvidenceSource(trainingRegister);
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @see docs/extend.md
 * @public
 */
export const customerLayerAuditExtensionPoint =
  createExtensionPoint<CustomerLayerAuditExtensionPoint>({
    id: 'customer-layer.audit',
  });
