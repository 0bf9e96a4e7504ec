import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { AUDIT_RULES } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerAuditExtensionPoint } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Knex } from 'knex';
import request from 'supertest';
import { eventually } from '../__testUtils__/eventually';
import { entity } from '../__testUtils__/shop';
import { startPlugin } from '../__testUtils__/startPlugin';
import trainingRegisterModule from '../__testUtils__/trainingRegisterModule';
import { AUDIT_TASK_ID } from './AuditSchedule';
import { auditStores } from './database/auditStores';

const token = mockCredentials.user.token();

const WEB = 'component:default/web';
const SRE = 'group:default/sre';
const SLO = 'https://slo.example.com/web';

const web = (slo?: string): Entity =>
  entity('Component:default/web', {
    annotations: {
      economicCustomers: 'buyers',
      operationsTeam: 'sre',
      ...(slo && { slo }),
    },
    relations: {
      hasEconomicCustomer: ['customer:default/buyers'],
      operatedBy: [SRE],
      ownedBy: [SRE],
    },
  });

const CATALOG = [
  web(SLO),
  entity('Customer:default/buyers', { spec: { type: 'economic', tier: 1 } }),
  entity('Group:default/sre', {
    relations: { hasMember: ['user:default/mock'] },
  }),
  entity('User:default/mock'),
];

/** The register of trainings that the example asks. */
async function startRegister(): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response.end(JSON.stringify({ [SRE]: '2026-05-01' }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

describe('a module that adds a rule and a source of evidence', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const scheduler = mockServices.scheduler();
  let knex: Knex;
  let register: Awaited<ReturnType<typeof startRegister>>;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    register = await startRegister();
    plugin = await startPlugin({
      entities: CATALOG,
      config: {
        audit: { rules: { 'promises-service-level': { weight: 5 } } },
      },
      otherConfig: {
        app: { baseUrl: 'https://portal.example.com' },
        trainingRegister: { url: register.url },
      },
      features: [
        trainingRegisterModule,
        notificationsPlugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: coreServices.database,
          deps: { plugin: coreServices.pluginMetadata },
          factory: async ({ plugin: { getId } }) => {
            const client =
              getId() === 'customer-layer'
                ? knex
                : await databases.init('SQLITE_3');
            return mockServices.database.mock({
              getClient: async () => client,
            });
          },
        }),
      ],
    });
    await plugin.refresh();
  });
  afterAll(async () => {
    await plugin.stop();
    register.server.close();
  });

  const audit = async () => {
    const { runs, queries } = auditStores({ knex, now: () => new Date() });
    await scheduler.triggerTask(AUDIT_TASK_ID);
    const { id } = (await runs.published())!;
    const findings = await queries.of(WEB, { run: id, today: '2026-06-01' });
    return findings.find(({ ruleId }) => ruleId === 'promises-service-level');
  };
  const notices = async () => {
    const { body } = await request(plugin.server)
      .get('/api/notifications/notifications')
      .set('authorization', mockCredentials.user.header())
      .expect(200);
    return (body.notifications as Array<{ payload: object }>).map(
      ({ payload }) => payload,
    );
  };

  it('is the one that is documented', () => {
    const read = (path: string) =>
      readFileSync(resolve(__dirname, path), 'utf8');
    expect(read('../../../../docs/extend.md')).toContain(
      read('../__testUtils__/trainingRegisterModule.ts').trimEnd(),
    );
  });

  it('has its rule audited as configured, and its evidence shown on the tab', async () => {
    expect(await audit()).toMatchObject({
      state: 'pass',
      severity: 'error',
      weight: 5,
      evidence: [{ text: SLO }],
    });
    const trained = async () => {
      const { operations } = await plugin.client.getLayers(WEB, { token });
      return operations[0].readiness?.trained.evidence;
    };
    await eventually(async () =>
      expect(await trained()).toMatch(
        /^trained on 2026-05-01 by training-register,/,
      ),
    );
    expect(await notices()).toEqual([]);
  });

  it('has the owner notified once when its rule fails', async () => {
    plugin.catalog.put(web());
    await plugin.refresh();
    expect(await audit()).toMatchObject({ state: 'fail' });
    await audit();
    expect(await notices()).toEqual([
      expect.objectContaining({
        title: '1 finding got worse',
        description: `“Promises a service level” fails for ${WEB}.`,
        severity: 'high',
        link: '/customer-audit?view=findings&filters%5Bowner%5D=group%3Adefault%2Fsre',
      }),
    ]);
  });
});

describe('a module that adds what can’t be', () => {
  const source = { id: 'annotations', gather: async () => new Map() };
  const [rule] = AUDIT_RULES;

  it.each<[string, Parameters<typeof moduleThat>[0], RegExp]>([
    [
      'a rule whose id is taken',
      audit => audit.addRule(rule),
      /There is a rule of the audit "economic-customer" already/,
    ],
    [
      'a rule whose id is no id',
      audit => audit.addRule({ ...rule, id: 'My Rule' }),
      /"My Rule" can't be the id of a rule/,
    ],
    [
      'the same source twice',
      audit =>
        audit.addEvidenceSource(
          { ...source, id: 'pager' },
          { ...source, id: 'pager' },
        ),
      /There is a source of evidence "pager" already/,
    ],
    [
      'a source by the name of the one that ships',
      audit => audit.addEvidenceSource(source),
      /There is a source of evidence "annotations" already/,
    ],
  ])('stops the start: %s', async (_, add, message) => {
    await expect(startPlugin({ features: [moduleThat(add)] })).rejects.toThrow(
      message,
    );
  });

  function moduleThat(
    add: (audit: typeof customerLayerAuditExtensionPoint.T) => void,
  ) {
    return createBackendModule({
      pluginId: 'customer-layer',
      moduleId: 'wrong',
      register(env) {
        env.registerInit({
          deps: { audit: customerLayerAuditExtensionPoint },
          init: async ({ audit }) => add(audit),
        });
      },
    });
  }
});
