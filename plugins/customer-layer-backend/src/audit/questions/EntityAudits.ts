import {
  EntityFindings,
  Finding,
  Fix,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { ExemptionStore } from '../database/ExemptionStore';
import { FindingQueries } from '../database/FindingQueries';
import { AuditAsking, Surroundings } from './AuditAsking';
import { AuditRuns } from './AuditRuns';
import { Confirmations } from './Confirmations';
import { Fixes } from './Fixes';
import { maskFindings } from './maskFindings';
import { rightsOf } from './rights';

// Until it is known what a fix may name.
const NO_FIX: Fix = { text: '' };

const findingIn = ({
  ruleId,
  entityRef,
  state,
  severity,
  weight,
  message,
  evidence,
  exemption,
}: Finding): Finding & { fix: Fix } => ({
  ruleId,
  entityRef,
  state,
  severity,
  weight,
  message,
  evidence,
  ...(exemption && { exemption }),
  fix: NO_FIX,
});

/** What audits say of one entity, and what was said about that. */
export class EntityAudits {
  readonly #surroundings: Surroundings;
  readonly #queries: FindingQueries;
  readonly #runs: AuditRuns;
  readonly #exemptions: ExemptionStore;
  readonly #confirmations: Confirmations;
  readonly #fixes: Fixes;
  readonly #rules: readonly RuleDescription[];
  readonly #exemptionDays: number;

  constructor(
    options: Surroundings & {
      queries: FindingQueries;
      runs: AuditRuns;
      exemptions: ExemptionStore;
      confirmations: Confirmations;
      fixes: Fixes;
      /** Those in force. */
      rules: readonly RuleDescription[];
      exemptionDays: number;
    },
  ) {
    this.#surroundings = options;
    this.#queries = options.queries;
    this.#runs = options.runs;
    this.#exemptions = options.exemptions;
    this.#confirmations = options.confirmations;
    this.#fixes = options.fixes;
    this.#rules = options.rules;
    this.#exemptionDays = options.exemptionDays;
  }

  /**
   * What the last run found of one entity, with how to put it right. Findings of rules that are no longer in force are
   * left out.
   *
   * @throws NotFoundError when the catalog has no such entity, or the viewer may not read it
   */
  async of(
    entityRef: string,
    viewer: Viewer,
    caller: Caller,
  ): Promise<EntityFindings> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    await asking.find(entityRef);
    const { turn } = viewer;
    const run = await turn.waitFor(this.#runs.published());
    const { today } = asking;
    const listed = run
      ? await turn.waitFor(this.#queries.of(entityRef, { run: run.id, today }))
      : [];
    const byRule = new Map(listed.map(one => [one.ruleId, one]));
    const rules = this.#rules.filter(({ id }) => byRule.has(id));
    const about = await asking.hide({
      ...(run && { run }),
      exemptions: await turn.waitFor(this.#exemptions.list(entityRef)),
      confirmations: await turn.waitFor(this.#confirmations.of(entityRef)),
    });
    const findings = await maskFindings(
      rules.map(({ id }) => findingIn(byRule.get(id)!)),
      asking,
      (finding, canRead) => this.#fixes.of(finding, asking.graph, canRead),
    );
    return {
      entityRef,
      ...about,
      items: findings,
      rules,
      mayConfirm: await this.#confirmations.mayConfirm(entityRef, asking),
      may: await rightsOf(caller),
      exemptionDays: this.#exemptionDays,
    };
  }
}
