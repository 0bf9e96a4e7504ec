import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import {
  Audit,
  AuditRule,
  AuditRun,
  CustomerGraph,
  ListedFinding,
  operatingTeamsInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { AuditStores } from './database/auditStores';
import { EvidenceBook } from './evidence/EvidenceBook';
import { AuditConfig } from './readAuditConfig';
import { RunCounts } from './RunCounts';
import { Stretches } from './Stretches';
import { writeFindings } from './writeFindings';

/** A run that was published after another, and all that is not the same. */
export type PublishedChange = {
  from: AuditRun;
  to: AuditRun;
  changes: Array<{ from?: ListedFinding; to?: ListedFinding }>;
};

/** What an {@link AuditRunner} works with. */
export type AuditRunnerOptions = {
  keeper: { graph(): CustomerGraph };
  stores: AuditStores;
  config: Pick<AuditConfig, 'settings' | 'retention'>;
  rules: readonly AuditRule[];
  evidence: Pick<EvidenceBook, 'page' | 'refresh' | 'gather'>;
  refused: { readonly reasons: ReadonlyMap<string, string> };
  auditor: AuditorService;
  logger: LoggerService;
  telemetry: {
    audited(
      outcome: 'succeeded' | 'failed',
      durationMs: number,
      subjects: number,
    ): void;
  };
  /** Told of each run but the first. */
  notifier?: { tell(change: PublishedChange): Promise<void> };
  now(): Date;
};

// Whoever confirms may do so by another replica, whose clock is behind.
const CLOCKS_DIFFER_BY_MS = 60_000;

const givenUp = (id: number) =>
  new ConflictError(`Audit ${id} was given up: another one has begun`);

/** Audits the whole catalog, and single entities between two such runs. */
export class AuditRunner {
  readonly #options: AuditRunnerOptions;

  constructor(options: AuditRunnerOptions) {
    this.#options = options;
  }

  /**
   * Audits the whole catalog and publishes what was found.
   *
   * @param startedBy - `schedule`, or the ref of who asked for it
   * @throws ServiceUnavailableError while there is no graph; the reason of the signal once that is aborted
   */
  async run(startedBy: string, signal: AbortSignal): Promise<AuditRun> {
    const { auditor, logger, telemetry } = this.#options;
    const event = await auditor.createEvent({
      eventId: 'audit-run',
      severityLevel: 'medium',
      meta: { startedBy },
    });
    const begunAt = performance.now();
    const ended = (outcome: 'succeeded' | 'failed', subjects: number) => {
      const durationMs = performance.now() - begunAt;
      telemetry.audited(outcome, durationMs, subjects);
      return Math.round(durationMs);
    };
    try {
      const run = await this.#run(startedBy, signal);
      const { id, subjects, tally } = run;
      const durationMs = ended('succeeded', subjects.total);
      logger.info(
        `Audit ${id} of ${subjects.total} entities took ${durationMs} ms`,
      );
      await event.success({
        meta: { run: id, subjects: subjects.total, tally },
      });
      return run;
    } catch (error) {
      ended('failed', 0);
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  /**
   * Audits single entities anew and writes what is found into the published run. While a run is under way it does
   * nothing, since that does the same with all that was confirmed since it began.
   */
  async amend(entityRefs: readonly string[]): Promise<void> {
    const { stores, evidence } = this.#options;
    const published = await stores.runs.published();
    if (published) {
      await evidence.refresh();
      const audit = this.#auditOf(this.#options.keeper.graph());
      for (const audited of this.#each(audit, entityRefs)) {
        await stores.findings.amend(published.id, audited);
      }
    }
  }

  async #run(startedBy: string, signal: AbortSignal): Promise<AuditRun> {
    const { runs } = this.#options.stores;
    const graph = this.#options.keeper.graph();
    const before = await runs.published();
    const begunAt = this.#options.now();
    const id = await runs.begin({
      startedBy,
      graph: graph.stamp,
      total: graph.counts.entities,
    });
    try {
      const stretches = new Stretches(signal);
      await this.#options.evidence.gather(
        await stretches.takeSteps(operatingTeamsInSteps(graph)),
        signal,
      );
      await this.#audit(graph, { id, begunAt, stretches });
    } catch (error) {
      await runs.fail(id, toError(error).message);
      throw error;
    }
    // Who confirmed something while it was being published found the run under way, and left that to it.
    await this.amend(await this.#confirmedSince(begunAt));
    const run = await runs.doneRun(id);
    if (!run) {
      throw new ConflictError(`Audit ${id} was published and is gone`);
    }
    await this.#cleanUp();
    await this.#tell(before, run);
    return run;
  }

  async #audit(
    graph: CustomerGraph,
    run: { id: number; begunAt: Date; stretches: Stretches },
  ): Promise<void> {
    const { exemptions, findings, runs } = this.#options.stores;
    const holding = (await exemptions.list()).filter(
      ({ state }) => state === 'approved',
    );
    const counts = new RunCounts(holding);
    await writeFindings(this.#auditOf(graph), { ...run, findings, counts });
    await this.#auditAgain(graph, { ...run, counts });
    await run.stretches.rest();
    if (!(await runs.end(run.id, counts.results))) {
      throw givenUp(run.id);
    }
  }

  /** What was confirmed since the run began may not have been known yet when it was audited. */
  async #auditAgain(
    graph: CustomerGraph,
    run: { id: number; begunAt: Date; counts: RunCounts },
  ): Promise<void> {
    const { evidence, stores } = this.#options;
    const confirmed = await this.#confirmedSince(run.begunAt);
    await evidence.refresh();
    for (const audited of this.#each(this.#auditOf(graph), confirmed)) {
      const before = await stores.findings.amend(run.id, audited);
      if (!before) {
        throw givenUp(run.id);
      }
      run.counts.remove(before);
      run.counts.add(audited.findings);
    }
  }

  #confirmedSince(time: Date): Promise<string[]> {
    return this.#options.stores.confirmations.since(
      new Date(time.getTime() - CLOCKS_DIFFER_BY_MS),
    );
  }

  #auditOf(graph: CustomerGraph): Audit {
    const { config, evidence, refused, rules } = this.#options;
    return new Audit(graph, {
      now: this.#options.now(),
      rules,
      settings: config.settings,
      evidence: evidence.page.lookup,
      refusals: refused.reasons,
    });
  }

  *#each(audit: Audit, entityRefs: readonly string[]) {
    for (const entityRef of entityRefs) {
      const audited = audit.of(entityRef);
      if (audited) {
        yield audited;
      }
    }
  }

  async #cleanUp(): Promise<void> {
    const { config, now, stores } = this.#options;
    const ago = (ms: number) => new Date(now().getTime() - ms);
    await stores.runs.prune({
      findingsSince: ago(config.retention.findings),
      runsSince: ago(config.retention.runs),
    });
  }

  async #tell(from: AuditRun | undefined, to: AuditRun): Promise<void> {
    const { logger, notifier, stores } = this.#options;
    if (!from || !notifier) {
      return;
    }
    try {
      const changes = await stores.queries.changes(from.id, to.id);
      await notifier.tell({ from, to, changes });
    } catch (error) {
      // The run is published all the same.
      logger.error(
        `Nobody could be notified of what changed with audit ${to.id}`,
        toError(error),
      );
    }
  }
}
