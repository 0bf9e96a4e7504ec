import { ConflictError, InputError } from '@backstage/errors';
import {
  AUDIT_RULES,
  AuditRule,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  CustomerLayerAuditExtensionPoint,
  EvidenceSource,
} from '@missing-layer/backstage-plugin-customer-layer-node';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What modules add to the audit, beside what ships. Complete when the plugin is initialized. */
export class AuditExtensions implements CustomerLayerAuditExtensionPoint {
  readonly #rules = new Map(AUDIT_RULES.map(rule => [rule.id, rule]));
  readonly #sources = new Map<string, EvidenceSource>();

  /** Those that ship come first. */
  get rules(): AuditRule[] {
    return [...this.#rules.values()];
  }

  /** In the order in which they were added. */
  get sources(): EvidenceSource[] {
    return [...this.#sources.values()];
  }

  /** @see {@link CustomerLayerAuditExtensionPoint.addRule} */
  addRule(...rules: AuditRule[]): void {
    rules.forEach(rule => addTo(this.#rules, rule, 'rule of the audit'));
  }

  /** @see {@link CustomerLayerAuditExtensionPoint.addEvidenceSource} */
  addEvidenceSource(...sources: EvidenceSource[]): void {
    sources.forEach(source =>
      addTo(this.#sources, source, 'source of evidence'),
    );
  }
}

function addTo<T extends { id: string }>(
  known: Map<string, T>,
  added: T,
  what: string,
): void {
  if (!ID.test(added.id)) {
    throw new InputError(
      `"${added.id}" can't be the id of a ${what}. Write it in kebab case, as in has-description`,
    );
  }
  if (known.has(added.id)) {
    throw new ConflictError(
      `There is a ${what} "${added.id}" already. Give the one that a module adds another id`,
    );
  }
  known.set(added.id, added);
}
