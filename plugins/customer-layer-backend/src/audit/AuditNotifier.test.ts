import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  AUDIT_RULES,
  AuditRun,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import request from 'supertest';
import { entity } from '../__testUtils__/shop';
import { migrateDatabase } from '../database/migrateDatabase';
import { AuditNotifier } from './AuditNotifier';
import { ExemptionStore } from './database/ExemptionStore';

// The real plugin for notifications, with a database of its own.

jest.setTimeout(60_000);

const SRE = 'group:default/sre';
const DBA = 'group:default/dba';
const ADA = 'user:default/ada';

const CATALOG = [
  entity('Group:default/sre', { relations: { hasMember: [ADA] } }),
  entity('Group:default/dba', { relations: { hasMember: [ADA] } }),
  entity('User:default/ada', { spec: { memberOf: ['sre', 'dba'] } }),
];

const run: AuditRun = {
  id: 2,
  state: 'done',
  startedBy: 'schedule',
  startedAt: '2026-06-01T00:00:00Z',
  graph: { revision: '1', builtAt: '2026-06-01T00:00:00Z' },
  subjects: { total: 2, done: 2 },
};

const worse = (entityRef: string, ...ownerRefs: string[]) => ({
  to: {
    ruleId: 'consumable',
    entityRef,
    state: 'fail',
    severity: 'warning',
    weight: 1,
    message: 'It has no entry point',
    evidence: [],
    kind: 'component',
    ownerRefs,
  } satisfies ListedFinding,
});

describe('AuditNotifier', () => {
  const logger = mockServices.logger.mock();
  let sends: NotificationService;
  let exemptions: ExemptionStore;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        notificationsPlugin,
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal.example.com' } },
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalogServiceMock({ entities: CATALOG }),
        }),
        createBackendPlugin({
          pluginId: 'customer-layer',
          register(env) {
            env.registerInit({
              deps: {
                database: coreServices.database,
                notifications: notificationService,
              },
              async init({ database, notifications }) {
                const knex = await migrateDatabase(database);
                exemptions = new ExemptionStore({
                  knex,
                  now: () => new Date(),
                });
                sends = notifications;
              },
            });
          },
        }),
      ],
    });
  });
  afterAll(() => backend.stop());
  beforeEach(() => jest.clearAllMocks());

  const tell = (
    changes: Array<ReturnType<typeof worse>>,
    notifications = sends,
  ) =>
    new AuditNotifier({
      notifications,
      exemptions,
      rules: AUDIT_RULES,
      exists: ref => ref === SRE || ref === DBA,
      logger,
    }).tell({ from: { ...run, id: 1 }, to: run, changes });

  const received = async () => {
    const { body } = await request(backend.server)
      .get('/api/notifications/notifications')
      .set('authorization', mockCredentials.user.header(ADA))
      .expect(200);
    return (body.notifications as Array<{ payload: object; origin: string }>)
      .map(({ payload, origin }) => ({ ...payload, origin }))
      .sort((one, other) =>
        JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
      );
  };

  it('leaves one notification per owner, however many audits there are', async () => {
    await exemptions
      .request(
        {
          ruleId: 'consumable',
          entityRef: 'component:default/old',
          reason: 'It is going away',
          expiresOn: '2999-01-01',
        },
        ADA,
      )
      .then(seen => exemptions.act(seen, { act: 'approved', by: ADA }));

    await tell([
      worse('component:default/web', SRE, DBA),
      worse('component:default/db', DBA),
      worse('component:default/old', SRE),
      worse('component:default/lost', 'group:default/ghost'),
    ]);
    expect(await received()).toEqual([
      expect.objectContaining({
        title: '1 finding got worse',
        description: '“Can be consumed” fails for component:default/web.',
        origin: 'plugin:customer-layer',
        topic: 'customer-layer-audit',
        severity: 'normal',
        scope: `customer-layer-audit:${SRE}`,
        link: '/customer-audit?view=findings&filters%5Bowner%5D=group%3Adefault%2Fsre',
      }),
      expect.objectContaining({
        title: '2 findings got worse',
        scope: `customer-layer-audit:${DBA}`,
      }),
    ]);

    await tell([worse('component:default/db', SRE)]);
    expect(await received()).toEqual([
      expect.objectContaining({
        description: '“Can be consumed” fails for component:default/db.',
        scope: `customer-layer-audit:${SRE}`,
      }),
      expect.objectContaining({ scope: `customer-layer-audit:${DBA}` }),
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('notifies the others when one fails, and says so once', async () => {
    const asked: unknown[] = [];
    await tell([worse('component:default/web', SRE, DBA)], {
      async send({ recipients }) {
        asked.push(recipients);
        throw new Error('No notifications today');
      },
    });
    expect(asked).toEqual([
      { type: 'entity', entityRef: SRE },
      { type: 'entity', entityRef: DBA },
    ]);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(/^2 of 2 owners could not be notified/),
        expect.objectContaining({ message: 'No notifications today' }),
      ],
    ]);
  });
});
