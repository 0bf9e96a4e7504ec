import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import { createDeferred } from '@backstage/types';
import { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import { migrateDatabase } from '../database/migrateDatabase';
import { AuditSchedule } from './AuditSchedule';
import { RunRequests } from './database/RunRequests';

// Two replicas on one database, with the scheduler that they have in production.

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'the schedule of audits on %s',
  databaseId => {
    let knex: Knex;
    let requests: RunRequests;
    let runs: Array<{ by: string; replica: number; signal: AbortSignal }>;
    let work: (signal: AbortSignal) => Promise<void>;
    let hasGraph: boolean;
    let replicas: AuditSchedule[];

    const startReplica = async (replica: number) => {
      const schedule = new AuditSchedule({
        scheduler: DefaultSchedulerService.create({
          database: { getClient: async () => knex },
          logger: mockServices.logger.mock({
            child: () => mockServices.logger.mock(),
          }),
          metrics: metricsServiceMock.mock({
            createCounter: () => ({ add() {} }),
            createHistogram: () => ({ record() {} }),
            createGauge: () => ({ record() {} }),
          }),
          rootLifecycle: mockServices.rootLifecycle.mock(),
          httpRouter: mockServices.httpRouter.mock(),
          pluginMetadata: { getId: () => 'customer-layer' },
        }),
        schedule: {
          frequency: { trigger: 'manual' },
          timeout: { minutes: 1 },
          scope: 'global',
        },
        runner: {
          async run(by, signal) {
            runs.push({ by, replica, signal });
            await work(signal);
            return {} as AuditRun;
          },
        },
        requests,
        hasGraph: () => hasGraph,
      });
      await schedule.start();
      replicas.push(schedule);
    };

    beforeEach(async () => {
      const client = await databases.init(databaseId);
      knex = await migrateDatabase({ getClient: async () => client });
      requests = new RunRequests({ knex, now: () => new Date() });
      runs = [];
      work = async () => {};
      hasGraph = true;
      replicas = [];
      await startReplica(1);
      await startReplica(2);
    });

    afterEach(async () => {
      await Promise.all(replicas.map(replica => replica.stop()));
    });

    it('runs one audit for all who ask, once there is a graph', async () => {
      hasGraph = false;
      await replicas[1].ask('user:default/one');
      await replicas[0].ask('user:default/two');
      const isTaken = knex('backstage_backend_tasks__tasks').whereNotNull(
        'current_run_ticket',
      );
      await eventually(async () =>
        expect(await isTaken.clone()).toHaveLength(1),
      );
      expect(runs).toEqual([]);

      const done = createDeferred<void>();
      work = () => done;
      hasGraph = true;
      await eventually(() =>
        expect(runs).toMatchObject([{ by: 'user:default/one' }]),
      );
      // It is under way already.
      await replicas[0].ask('user:default/late');
      done.resolve();
      await eventually(async () => expect(await isTaken.clone()).toEqual([]));
      expect(await requests.take()).toBeUndefined();
      expect(runs).toHaveLength(1);
    });

    it('gives up what is under way when the backend stops', async () => {
      const given = createDeferred<void>();
      work = signal =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            given.resolve();
            reject(signal.reason);
          });
        });
      await replicas[0].ask('user:default/one');
      await eventually(() => expect(runs).toHaveLength(1));
      await replicas[runs[0].replica - 1].stop();
      await given;
      expect(runs[0].signal.reason).toEqual(
        new Error('The backend was stopped'),
      );
    });
  },
);
