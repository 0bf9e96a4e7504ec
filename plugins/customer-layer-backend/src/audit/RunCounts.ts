import {
  Exemption,
  exempted,
  Finding,
  Tally,
  TwoCustomers,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { RunResults } from './database/RunStore';

const ECONOMIC = 'economic-customer';
const OPERATIONS = 'operations-team';

const keyOf = (ruleId: string, entityRef: string) => `${ruleId}\n${entityRef}`;

/** Counts what an audit finds, under the exemptions that hold when it begins. Skipped findings count nowhere. */
export class RunCounts {
  readonly #exemptions: ReadonlyMap<string, Exemption>;
  readonly #counts = new Map<string, { finding: Finding; count: number }>();
  readonly #twoCustomers: TwoCustomers = { entities: 0, economic: 0, both: 0 };

  /** @param exemptions - those that are approved and not over */
  constructor(exemptions: readonly Exemption[]) {
    this.#exemptions = new Map(
      exemptions.map(exemption => [
        keyOf(exemption.ruleId, exemption.entityRef),
        exemption,
      ]),
    );
  }

  /** Counts all findings of a subject. */
  add(findings: readonly Finding[]): void {
    this.#count(findings, 1);
  }

  /** No longer counts them. */
  remove(findings: readonly Finding[]): void {
    this.#count(findings, -1);
  }

  get results(): RunResults {
    const whole = new Tally();
    const byRule = new Map<string, Tally>();
    for (const { finding, count } of this.#counts.values()) {
      if (count) {
        const ofRule = byRule.get(finding.ruleId) ?? new Tally();
        byRule.set(finding.ruleId, ofRule);
        ofRule.add(finding, count);
        whole.add(finding, count);
      }
    }
    return {
      tally: whole.result,
      // By id: in the order in which they were counted they would tell of subjects that not everybody may read.
      byRule: Object.fromEntries(
        [...byRule.keys()]
          .sort()
          .map(ruleId => [ruleId, byRule.get(ruleId)!.result]),
      ),
      twoCustomers: { ...this.#twoCustomers },
    };
  }

  #count(findings: readonly Finding[], times: 1 | -1): void {
    const states = new Map<string, Finding['state']>();
    for (const finding of findings) {
      const { ruleId, entityRef } = finding;
      states.set(ruleId, finding.state);
      if (finding.state !== 'skipped') {
        const exemption = this.#exemptions.get(keyOf(ruleId, entityRef));
        this.#countFinding(exempted(finding, exemption), times);
      }
    }
    // Rules judge by who exists: so what an entity has can be told from what its findings are.
    const economic = states.get(ECONOMIC);
    const operations = states.get(OPERATIONS);
    const judged = [economic, operations].some(
      state => state !== undefined && state !== 'skipped',
    );
    if (judged) {
      this.#twoCustomers.entities += times;
      if (economic === 'pass') {
        this.#twoCustomers.economic += times;
        this.#twoCustomers.both += operations === 'pass' ? times : 0;
      }
    }
  }

  #countFinding(finding: Finding, times: number): void {
    const key = `${finding.ruleId}\n${finding.state}\n${finding.weight}`;
    const counted = this.#counts.get(key);
    if (counted) {
      counted.count += times;
    } else {
      this.#counts.set(key, { finding, count: times });
    }
  }
}
