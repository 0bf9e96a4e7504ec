import { toError } from '@backstage/errors';
import { CustomerGraph } from '../graph/CustomerGraph';
import { Judging, teamEntry } from '../graph/operations';
import { layersOf } from '../graph/layersOf';
import { servingEntities } from '../graph/servingEntities';
import {
  AuditContext,
  AuditQuestion,
  AuditRule,
  AuditSubject,
} from './AuditRule';
import { countOperated } from './countOperated';
import { Finding, Verdict } from './finding';
import { AUDIT_RULES } from './rules';
import { DEFAULT_AUDIT_SETTINGS, AuditSettings } from './settings';
import { subjectOf } from './subject';
import { unmeasured } from './verdicts';
import { customersBelow, teamsBehind } from '../graph/deliveryChain';

/** How an audit is made. @public */
export type AuditOptions = Pick<Judging, 'now' | 'evidence'> & {
  /** The rules that ship, where absent. */
  rules?: readonly AuditRule[];
  settings?: AuditSettings;
  /** Why the catalog refused an entity, by its ref. */
  refusals?: ReadonlyMap<string, string>;
};

/** A subject with what came of all rules for it, in their order. @public */
export type AuditedSubject = { subject: AuditSubject; findings: Finding[] };

/** A rule with what configuration says of it. @public */
export type RuleInForce = AuditRule & { weight: number };

/**
 * The rules that are enabled, with severity and weight as configured.
 *
 * @public
 */
export function rulesInForce(
  rules: readonly AuditRule[],
  settings: AuditSettings,
): RuleInForce[] {
  return rules
    .filter(({ id }) => settings.rules[id]?.enabled ?? true)
    .map(rule => {
      const own = settings.rules[rule.id];
      const severity = own?.severity ?? rule.severity;
      const weight = own?.weight ?? rule.weight ?? settings.weights[severity];
      return { ...rule, severity, weight };
    });
}

/**
 * One audit of a graph, by rules that are given once.
 *
 * @public
 */
export class Audit {
  readonly #graph: CustomerGraph;
  readonly #rules: readonly RuleInForce[];
  readonly #options: AuditOptions;
  readonly #context: AuditContext;

  constructor(graph: CustomerGraph, options: AuditOptions) {
    const settings = options.settings ?? DEFAULT_AUDIT_SETTINGS;
    this.#graph = graph;
    this.#rules = rulesInForce(options.rules ?? AUDIT_RULES, settings);
    this.#options = options;
    this.#context = contextOf(graph, { ...options, settings });
  }

  /**
   * Judges one entity.
   *
   * @returns undefined when the catalog holds no such entity
   */
  of(entityRef: string): AuditedSubject | undefined {
    const subject = subjectOf(this.#graph, entityRef);
    if (!subject) {
      return undefined;
    }
    const layers = layersOf(this.#graph, entityRef, this.#options)!;
    const question = { subject, layers, context: this.#context };
    const findings = this.#rules
      .filter(({ kinds }) => !kinds || kinds.includes(subject.kind))
      .map((rule): Finding => {
        const { id, severity, weight } = rule;
        const { evidence = [], ...verdict } = verdictOf(rule, question);
        return {
          ruleId: id,
          entityRef,
          severity,
          weight,
          ...verdict,
          evidence,
        };
      });
    return { subject, findings };
  }

  /** Judges every entity that the catalog holds, by ref, one at a time: between two of them other work may be done. */
  *all(): Generator<AuditedSubject> {
    const { refs, facts } = this.#graph.index;
    for (const node of refs.sorted) {
      if (facts.held(node)) {
        yield this.of(refs.get(node))!;
      }
    }
  }
}

// A rule may be somebody else's: where it throws, it loses only this finding.
function verdictOf(rule: AuditRule, question: AuditQuestion): Verdict {
  try {
    return rule.check(question);
  } catch (error) {
    return unmeasured(
      `The rule could not be checked: ${toError(error).message}`,
    );
  }
}

function contextOf(
  graph: CustomerGraph,
  { now, evidence, settings }: AuditOptions & { settings: AuditSettings },
): AuditContext {
  const { index } = graph;
  const judging = { now, evidence, thresholds: settings.readiness };
  const nodeOf = (ref: string) => index.refs.find(ref)!;
  let operated: ReadonlyMap<number, number> | undefined;
  return {
    now,
    settings,
    servedBy: customerRef =>
      servingEntities(index, customersBelow(index, nodeOf(customerRef))).map(
        node => index.refs.get(node),
      ),
    teamsBehind: customerRef =>
      teamsBehind(index, nodeOf(customerRef)).map(team =>
        teamEntry(index, team, judging),
      ),
    operates(teamRef) {
      operated ??= countOperated(index);
      return operated.get(nodeOf(teamRef)) ?? 0;
    },
    team: teamRef => teamEntry(index, nodeOf(teamRef), judging),
  };
}
