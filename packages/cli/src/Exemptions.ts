import {
  exempted,
  Finding,
  isOver,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { FileProblem } from './files/FileProblem';
import { WrittenExemption } from './files/readExemptions';

const keyOf = (rule: string, subject: string) => `${rule} ${subject}`;

/** What exemptions change about findings, and which of them are of no use. */
export class Exemptions {
  readonly #written: readonly WrittenExemption[];
  readonly #now: Date;
  readonly #holding = new Map<string, WrittenExemption>();
  readonly #used = new Set<WrittenExemption>();

  constructor(written: readonly WrittenExemption[], now: Date) {
    this.#written = written;
    this.#now = now;
    for (const exemption of written) {
      const { rule, subject, expiresOn } = exemption;
      const key = keyOf(rule, subject);
      const other = this.#holding.get(key);
      if (!isOver(expiresOn, now) && (!other || other.expiresOn < expiresOn)) {
        this.#holding.set(key, exemption);
      }
    }
  }

  /** A finding as it counts, and why it is exempt if it is. */
  apply(finding: Finding): Finding & { reason?: string } {
    const exemption = this.#holding.get(
      keyOf(finding.ruleId, finding.entityRef),
    );
    if (!exemption) {
      return finding;
    }
    const { location, expiresOn, reason, approvedBy } = exemption;
    const id = `${location.file}:${location.line}`;
    const counted = exempted(finding, { id, expiresOn });
    if (counted.state !== 'exempt') {
      return finding;
    }
    this.#used.add(exemption);
    return { ...counted, reason: `${reason} (approved by ${approvedBy})` };
  }

  /**
   * What is to be told of exemptions, once they were applied to all findings.
   *
   * @param known - ids of the rules that there are, of those that were judged by, and the subjects in the files by ref
   */
  problems(known: {
    rules: readonly string[];
    judged: readonly string[];
    subjects: ReadonlyMap<string, unknown>;
  }): FileProblem[] {
    return this.#written.flatMap(exemption => {
      const message = this.#problemOf(exemption, known);
      return message
        ? [{ severity: 'warning' as const, ...exemption.location, message }]
        : [];
    });
  }

  #problemOf(
    exemption: WrittenExemption,
    known: Parameters<Exemptions['problems']>[0],
  ): string | undefined {
    const { rule, subject, expiresOn } = exemption;
    if (!known.rules.includes(rule)) {
      return `There is no rule "${rule}" to be exempt from. Correct it, or remove the exemption.`;
    }
    if (!known.subjects.has(subject)) {
      return `"${subject}", which is exempt from ${rule}, is not in the files. Correct it, or remove the exemption.`;
    }
    if (isOver(expiresOn, this.#now)) {
      return `The exemption of "${subject}" from ${rule} expired on ${expiresOn}; its finding counts again. Put it right, or have the exemption renewed.`;
    }
    return this.#used.has(exemption) || !known.judged.includes(rule)
      ? undefined
      : `"${subject}" needs no exemption from ${rule} any more. Remove it.`;
  }
}
