import {
  AuditSummary,
  RuleDescription,
  subjectOf,
  Tally,
  TallyOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { sortBy } from 'lodash';
import { Arrangement } from '../../masking/arrangements';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { AuditAsking, Surroundings } from './AuditAsking';
import { AuditRuns } from './AuditRuns';
import { FindingCounts } from './FindingCounts';
import { rightsOf } from './rights';

const UNJUDGED = 2;

const scoreOf = ({ score = UNJUDGED }: TallyOf) => score;

const TALLIES: Arrangement<TallyOf> = {
  refOf: ({ entityRef }) => entityRef,
  remainsOf: ({ entityRef, counts, score }) => ({
    entityRef,
    counts,
    ...(score !== undefined && { score }),
    hidden: true,
  }),
  rankOf: scoreOf,
};

/** How the catalog fares: by the last run, under the exemptions of this moment. */
export class AuditSummaries {
  readonly #surroundings: Surroundings;
  readonly #runs: AuditRuns;
  readonly #counts: FindingCounts;
  readonly #rules: readonly RuleDescription[];
  readonly #exemptions: Pick<AuditSummary, 'exemptionDays' | 'fourEyes'>;

  constructor(
    options: Surroundings & {
      runs: AuditRuns;
      counts: FindingCounts;
      /** Those in force. */
      rules: readonly RuleDescription[];
      exemptionDays: number;
      fourEyes: boolean;
    },
  ) {
    this.#surroundings = options;
    this.#runs = options.runs;
    this.#counts = options.counts;
    this.#rules = options.rules;
    const { exemptionDays, fourEyes } = options;
    this.#exemptions = { exemptionDays, fourEyes };
  }

  /** Counts are over everything, whatever the viewer may read; whose they are is masked. */
  async summary(viewer: Viewer, caller: Caller): Promise<AuditSummary> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const { turn } = viewer;
    const run = await turn.waitFor(this.#runs.published());
    const running = await turn.waitFor(this.#runs.running());
    const tallies = run && (await turn.waitFor(this.#counts.at(run.id)));
    const summary: AuditSummary = {
      ...(run && { run }),
      ...(running && { running }),
      ...(tallies ?? { all: new Tally() }).all.result,
      rules: this.#rules.map(rule => ({
        ...rule,
        ...(tallies?.byRule.get(rule.id) ?? new Tally()).result,
      })),
      owners: listed(tallies?.byOwner, asking),
      systems: listed(tallies?.bySystem, asking),
      may: await rightsOf(caller),
      ...this.#exemptions,
    };
    if (!viewer.limited) {
      return summary;
    }
    const { mask } = asking;
    await mask.note(summary);
    await mask.learn();
    return mask.number({
      ...summary,
      owners: await mask.arrange(summary.owners, TALLIES),
      systems: await mask.arrange(summary.systems, TALLIES),
    });
  }
}

/** The worst score first, then by ref; what has no score last. */
function listed(
  tallies: ReadonlyMap<string, Tally> | undefined,
  { graph }: AuditAsking,
): TallyOf[] {
  const all = Array.from(tallies ?? [], ([entityRef, tally]): TallyOf => {
    const title = subjectOf(graph, entityRef)?.title;
    return { entityRef, ...(title && { title }), ...tally.result };
  });
  return sortBy(all, scoreOf, 'entityRef');
}
