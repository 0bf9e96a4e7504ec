import { once } from 'node:events';
import http from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { EXPORT_FORMATS } from '@missing-layer/backstage-plugin-customer-layer-common';
import { eventually } from '../__testUtils__/eventually';
import { graphOf, NOW } from '../__testUtils__/graphOf';
import { entity } from '../__testUtils__/shop';
import { startRouter } from '../__testUtils__/startRouter';
import { migrateDatabase } from '../database/migrateDatabase';
import { auditsOver, userCalling } from './__testUtils__/auditsOver';
import { auditRoutes } from './auditRoutes';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const CATALOG = Array.from({ length: 8_000 }, (_, i) =>
  entity(`Component:default/c${i}`, { title: 'A long title. '.repeat(20) }),
);

async function start() {
  const client = await databases.init('SQLITE_3');
  const graph = graphOf(CATALOG);
  const { audits, stores } = await auditsOver({
    knex: await migrateDatabase({ getClient: async () => client }),
    graph: () => graph,
    now: () => NOW,
  });
  await audits.runs.start(userCalling('user:default/asker'));
  const reading = jest.spyOn(stores.queries, 'page');
  const router = await startRouter({
    routes: answering => [auditRoutes({ audits, answering })],
  });
  return { ...router, reading };
}

describe('an export over HTTP', () => {
  let api: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    api = await start();
  });
  beforeEach(() => jest.clearAllMocks());

  function ask(format: string) {
    const request = http.get({
      port: api.server.port(),
      path: `/api/customer-layer/v1/audit/export?format=${format}`,
      agent: false,
      headers: { Authorization: mockCredentials.user.header() },
    });
    request.on('error', () => {});
    return request;
  }

  /** Waits until nothing is read any more, and says how often something was. */
  async function readings(): Promise<number> {
    const { calls } = api.reading.mock;
    for (let before = -1; before !== calls.length; ) {
      before = calls.length;
      await setTimeout(300);
    }
    return calls.length;
  }

  async function expectAbandoned() {
    const { success, fail } = await api.auditor.createEvent.mock.results[0]
      .value;
    await eventually(() => expect(fail).toHaveBeenCalledTimes(1));
    expect(fail).toHaveBeenCalledWith({
      error: new Error(
        'The client closed the connection before it had the answer',
      ),
    });
    expect(success).not.toHaveBeenCalled();
    expect(api.logger.error).not.toHaveBeenCalled();
  }

  it('is read to its end for those who listen', async () => {
    const [response] = await once(ask('csv'), 'response');
    let records = -1;
    for await (const piece of response.setEncoding('utf8')) {
      records += piece.split('\r\n').length - 1;
    }
    expect(records).toBeGreaterThan(20_000);
    expect(await readings()).toBe(1 + Math.floor(records / 1_000));
  });

  it.each(EXPORT_FORMATS)(
    'as %s is read no further once the client is gone, even before the first byte',
    async format => {
      const request = ask(format);
      await eventually(() =>
        expect(api.reading.mock.calls.length).toBeGreaterThan(1),
      );
      request.destroy();
      await expectAbandoned();
      expect(await readings()).toBeLessThan(15);
    },
  );

  it('is read no further once the client goes away mid-way', async () => {
    const request = ask('json');
    const [response] = await once(request, 'response');
    await once(response, 'data');
    request.socket?.destroy();
    await expectAbandoned();
    expect(await readings()).toBeLessThan(15);
  });
});
