import {
  AuditRule,
  AuditSubject,
  CustomerGraph,
  Finding,
  Fix,
  subjectOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { CanRead } from '../../services/ReadableRefs';

const readableOf = (
  { systemRef, ...subject }: AuditSubject,
  canRead: CanRead,
): AuditSubject => ({
  ...subject,
  ownerRefs: subject.ownerRefs.filter(canRead),
  ...(systemRef && canRead(systemRef) && { systemRef }),
});

/** Says how to put findings right. */
export class Fixes {
  readonly #rules: ReadonlyMap<string, AuditRule>;

  constructor(rules: readonly AuditRule[]) {
    this.#rules = new Map(rules.map(rule => [rule.id, rule]));
  }

  /**
   * How to put a finding right. It names nothing of the subject that can't be read: nobody can write a masked ref into a
   * file.
   *
   * @returns undefined when the rule is not known any more, or the catalog no longer holds the subject
   */
  of(
    { ruleId, entityRef }: Finding,
    graph: CustomerGraph,
    canRead: CanRead,
  ): Fix | undefined {
    const subject = subjectOf(graph, entityRef);
    return (
      subject && this.#rules.get(ruleId)?.fix(readableOf(subject, canRead))
    );
  }
}
