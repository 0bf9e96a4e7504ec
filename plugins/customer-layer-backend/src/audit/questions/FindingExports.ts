import { ServiceUnavailableError } from '@backstage/errors';
import {
  AuditRun,
  ExportFormat,
  FindingsQuery,
  ListedFinding,
  REPORT_FORMATS,
  ReportedFinding,
  reportIn,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Caller } from '../../services/Callers';
import { Turn } from '../../services/Turns';
import { Viewer } from '../../services/Viewers';
import { TextAnswer } from '../../TextAnswer';
import { ExemptionStore } from '../database/ExemptionStore';
import { AuditAsking, Surroundings } from './AuditAsking';
import { AuditRuns } from './AuditRuns';
import { Findings } from './Findings';
import { Fixes } from './Fixes';
import { maskFindings } from './maskFindings';

const withReason = (
  finding: ListedFinding,
  reasons: ReadonlyMap<string, string>,
): ReportedFinding => {
  const reason = finding.exemption && reasons.get(finding.exemption.id);
  return reason === undefined ? finding : { ...finding, reason };
};

/** Findings for other tools. */
export class FindingExports {
  readonly #surroundings: Surroundings;
  readonly #runs: AuditRuns;
  readonly #findings: Findings;
  readonly #exemptions: ExemptionStore;
  readonly #rules: RuleDescription[];
  readonly #fixes: Fixes;

  constructor(
    options: Surroundings & {
      runs: AuditRuns;
      findings: Findings;
      exemptions: ExemptionStore;
      fixes: Fixes;
      /** Those in force. */
      rules: readonly RuleDescription[];
    },
  ) {
    this.#surroundings = options;
    this.#runs = options.runs;
    this.#findings = options.findings;
    this.#exemptions = options.exemptions;
    this.#rules = [...options.rules];
    this.#fixes = options.fixes;
  }

  /**
   * All findings that the viewer may read, read and written while they are sent.
   *
   * @throws ServiceUnavailableError before the first run: an empty file would say that nothing is wrong
   */
  async export(
    { format, ...query }: FindingsQuery & { format: ExportFormat },
    viewer: Viewer,
    caller: Caller,
  ): Promise<TextAnswer> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const run = await viewer.turn.waitFor(this.#runs.published());
    if (!run) {
      throw new ServiceUnavailableError(
        'The catalog has not been audited yet, so there is nothing to export. Ask again once the first run is done',
      );
    }
    const { contentType, extension } = REPORT_FORMATS[format];
    const pieces = reportIn(format, this.#all(query, run, asking), {
      rules: this.#rules,
      at: run.endedAt ?? run.startedAt,
      graph: { revision: run.graph.revision },
    });
    return new TextAnswer({
      contentType,
      fileName: `customer-layer-findings-${asking.today}.${extension}`,
      pieces: withBreaks(pieces, viewer.turn),
    });
  }

  async *#all(
    query: FindingsQuery,
    run: AuditRun,
    asking: AuditAsking,
  ): AsyncGenerator<ReportedFinding> {
    if (!(await this.#findings.mayName(query, asking))) {
      return;
    }
    const exemptions = await asking.viewer.turn.waitFor(
      this.#exemptions.list(),
    );
    const reasons = new Map(exemptions.map(({ id, reason }) => [id, reason]));
    const at = { ...query, run: run.id, today: asking.today };
    for await (const some of this.#findings.readable(at, asking)) {
      yield* await maskFindings(
        some.map(finding => withReason(finding, reasons)),
        asking,
        (finding, canRead) =>
          finding.state === 'pass'
            ? undefined
            : this.#fixes.of(finding, asking.graph, canRead),
      );
    }
  }
}

async function* withBreaks(
  pieces: AsyncIterable<string>,
  turn: Turn,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    turn.pause();
    yield piece;
    await turn.takeBreak();
  }
}
