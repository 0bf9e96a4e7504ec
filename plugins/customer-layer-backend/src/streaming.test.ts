import { once } from 'node:events';
import http, { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually } from './__testUtils__/eventually';
import { graphOf } from './__testUtils__/graphOf';
import { layersOver } from './__testUtils__/layersOver';
import { entity } from './__testUtils__/shop';
import { startRouter } from './__testUtils__/startRouter';
import { layersRoutes } from './layersRoutes';

// Each shop rests on things of its own, with long titles: so answers are large, and each shop takes look-ups of its own.
const THINGS_PER_SHOP = 100;
const shops = Array.from({ length: 200 }, (_, i) => `component:default/s${i}`);
const entities = shops.flatMap((shop, i) => {
  const things = Array.from(
    { length: THINGS_PER_SHOP },
    (_, j) => `resource:default/s${i}t${j}`,
  );
  return [
    entity(shop.replace('c', 'C'), { relations: { dependsOn: things } }),
    ...things.map(ref =>
      entity(ref.replace('r', 'R'), { title: ref.padEnd(2_000, 'x') }),
    ),
  ];
});

jest.setTimeout(30_000);

type Api = Awaited<ReturnType<typeof startRouter>>;

/** Asks for the layers of all shops; the body of the response is not read unless somebody does. */
function askForMuch(api: Api, headers = {}) {
  const request = http.request({
    port: api.server.port(),
    method: 'POST',
    path: '/api/customer-layer/v1/layers/by-refs',
    agent: false,
    headers: {
      Authorization: mockCredentials.user.header(),
      'Content-Type': 'application/json',
      ...headers,
    },
  });
  const response: Promise<IncomingMessage> = once(request, 'response').then(
    ([first]) => first,
  );
  // Whoever goes away needn't hear of it.
  response.catch(() => {});
  request.on('error', () => {});
  request.end(JSON.stringify({ entityRefs: shops }));
  return { request, response };
}

async function auditOf({ auditor }: Api) {
  expect(auditor.createEvent).toHaveBeenCalledTimes(1);
  return auditor.createEvent.mock.results[0].value;
}

/** What of a body arrives before the connection breaks. */
async function textUntilBroken(body: IncomingMessage): Promise<string> {
  let received = '';
  body.setEncoding('utf8').on('data', piece => {
    received += piece;
  });
  await expect(once(body, 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
  return received;
}

/** Waits until the catalog isn't asked any more, and says how often it was. */
async function lookUps({ catalog }: Api): Promise<number> {
  const { calls } = catalog.getEntitiesByRefs.mock;
  for (let before = -1; before !== calls.length; ) {
    before = calls.length;
    await setTimeout(300);
  }
  return calls.length;
}

// One for the shops, and one for every 250 of the others.
const ALL_LOOK_UPS = 1 + (shops.length * THINGS_PER_SHOP) / 250;

describe('the HTTP API, about to say much', () => {
  const graph = graphOf(entities);
  let api: Api;
  beforeAll(async () => {
    const layers = layersOver(graph);
    api = await startRouter({
      routes: answering => [layersRoutes({ layers, answering })],
    });
  });
  beforeEach(() => jest.clearAllMocks());

  /** Expects that it was recorded that a client went away, and that this was no error. */
  async function expectAbandoned() {
    const { success, fail } = await auditOf(api);
    await eventually(() => expect(fail).toHaveBeenCalledTimes(1));
    expect(fail).toHaveBeenCalledWith({
      error: new Error(
        'The client closed the connection before it had the answer',
      ),
    });
    expect(success).not.toHaveBeenCalled();
    expect(api.logger.error).not.toHaveBeenCalled();
    expect(api.logger.warn).not.toHaveBeenCalled();
  }

  it('says it all, but no faster than it is heard', async () => {
    const body = await askForMuch(api).response;
    expect(await lookUps(api)).toBeLessThan(ALL_LOOK_UPS * 0.75);
    const { items } = JSON.parse(await text(body));
    expect(items.map((item: { entityRef: string }) => item.entityRef)).toEqual(
      shops,
    );
    expect(items[199].supply).toHaveLength(THINGS_PER_SHOP);
    expect(await lookUps(api)).toBe(ALL_LOOK_UPS);
    const { success, fail } = await auditOf(api);
    expect([success.mock.calls, fail.mock.calls]).toEqual([[[]], []]);
  });

  it('works no more for somebody who hangs up while listening', async () => {
    const { request, response } = askForMuch(api);
    await once(await response, 'data');
    request.destroy();
    await expectAbandoned();
    expect(await lookUps(api)).toBeLessThan(ALL_LOOK_UPS * 0.75);
  });

  it('works no more for somebody who hangs up while the catalog is asked', async () => {
    api.catalog.getEntitiesByRefs.mockReturnValueOnce(new Promise(() => {}));
    const { request } = askForMuch(api);
    await eventually(() =>
      expect(api.catalog.getEntitiesByRefs).toHaveBeenCalled(),
    );
    request.destroy();
    await expectAbandoned();
    expect(await lookUps(api)).toBe(1);
  });

  it('zips it for those who take that', async () => {
    const body = await askForMuch(api, { 'Accept-Encoding': 'br, gzip' })
      .response;
    expect(body.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    const { items } = JSON.parse(await text(body.pipe(createGunzip())));
    expect(items).toHaveLength(shops.length);
  });

  it.each([{}, { 'Accept-Encoding': 'gzip' }])(
    'never lets half an answer pass for a whole one, asked with %p',
    async headers => {
      const { response } = askForMuch(api, headers);
      await once(await response, 'readable');
      const broken = new Error('component:default/secret is broken');
      api.catalog.getEntitiesByRefs.mockRejectedValueOnce(broken);
      const half = await textUntilBroken(await response);
      expect(() => JSON.parse(half)).toThrow('JSON');
      expect(half).not.toContain('secret');
      const { success, fail } = await auditOf(api);
      expect(fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'ServiceUnavailableError' }),
      });
      expect(success).not.toHaveBeenCalled();
      await eventually(() => expect(api.logger.error).toHaveBeenCalled());
    },
  );

  it('keeps back the end of what can not be audited', async () => {
    api.auditor.createEvent.mockResolvedValueOnce({
      success: async () => {
        throw new Error('The audit log is full');
      },
      fail: jest.fn(),
    });
    const most = await textUntilBroken(await askForMuch(api).response);
    expect(most).toContain(`"entityRef":"${shops[198]}"`);
    expect(() => JSON.parse(most)).toThrow('JSON');
  });
});
