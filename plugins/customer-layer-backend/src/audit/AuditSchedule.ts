import { setTimeout as pause } from 'node:timers/promises';
import {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { AuditRunner } from './AuditRunner';
import { RunRequests } from './database/RunRequests';

/** The task of the scheduler, as administrators may trigger it as well. */
export const AUDIT_TASK_ID = 'customer-layer-audit';

const LOOK_MS = 500;

/** Says when audits run: every so often, and when somebody asks. Of several replicas one runs each, for all. */
export class AuditSchedule {
  readonly #scheduler: SchedulerService;
  readonly #schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #runner: Pick<AuditRunner, 'run'>;
  readonly #requests: RunRequests;
  readonly #hasGraph: () => boolean;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: {
    scheduler: SchedulerService;
    schedule: SchedulerServiceTaskScheduleDefinition;
    runner: Pick<AuditRunner, 'run'>;
    requests: RunRequests;
    /** Whether there is a graph to audit. */
    hasGraph(): boolean;
  }) {
    this.#scheduler = options.scheduler;
    this.#schedule = options.schedule;
    this.#runner = options.runner;
    this.#requests = options.requests;
    this.#hasGraph = options.hasGraph;
  }

  /** Registers the task. */
  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      ...this.#schedule,
      id: AUDIT_TASK_ID,
      signal: this.#stop.signal,
      fn: signal =>
        (this.#running = this.#run(
          AbortSignal.any([signal, this.#stop.signal]),
        )),
    });
  }

  /** Starts no more, and gives up what is under way. */
  async stop(): Promise<void> {
    this.#stop.abort(new Error('The backend was stopped'));
    await this.#running.catch(() => {});
  }

  /**
   * Has an audit run as soon as one of the replicas looks; does nothing while one is under way.
   *
   * @param by - ref of the user, or the subject of a service
   */
  async ask(by: string): Promise<void> {
    const request = await this.#requests.add(by);
    try {
      await this.#scheduler.triggerTask(AUDIT_TASK_ID);
    } catch (error) {
      await this.#requests.withdraw(request);
      // Known by name: it may come from another copy of the package.
      if (!isError(error) || error.name !== 'ConflictError') {
        throw error;
      }
    }
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!this.#hasGraph()) {
      await pause(LOOK_MS, undefined, { signal, ref: false });
    }
    const by = await this.#requests.take();
    await this.#runner.run(by ?? 'schedule', signal);
  }
}
