import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ask } from './__testUtils__/contract';
import { entity, SHOP } from './__testUtils__/shop';
import { startPlugin } from './__testUtils__/startPlugin';

const BASE = '/api/customer-layer';
const token = mockCredentials.user.token();
const WEB = 'component:default/web';

describe('the HTTP API, for somebody who may read everything', () => {
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    plugin = await startPlugin();
    await plugin.refresh();
  });

  it('answers every call of the client', async () => {
    const { client } = plugin;
    const layers = await client.getLayers('Component:default/Web', { token });
    expect(layers.customers.map(c => [c.customerRef, c.title])).toEqual([
      ['customer:default/ghost', undefined],
      ['customer:default/secret-acme', 'Confidential Acme'],
      ['customer:default/shoppers', 'Shoppers'],
      ['customer:default/clerks', 'Clerks'],
    ]);
    expect(layers.supply.map(s => s.entityRef)).toEqual([
      'component:default/secret-cart',
      'resource:default/db',
    ]);

    expect(
      await client.getLayersByRefs(['component:default/web', 'api:ghost'], {
        token,
      }),
    ).toEqual([layers, undefined]);
    await expect(
      client.getImpact(['resource:default/db'], { token }),
    ).resolves.toMatchObject({
      valueAtRisk: { EUR: 1570 },
      valueHidden: 0,
      smallestTier: 1,
    });
    await expect(
      client.getDelivery('customer:default/shoppers', { token }),
    ).resolves.toMatchObject({
      serves: ['component:default/secret-cart', 'component:default/web'],
      restsOn: ['resource:default/db'],
    });
    const page = await client.getCustomers({ limit: 3 }, { token });
    const rest = await client.getCustomers(
      { limit: 3, cursor: page.nextCursor },
      { token },
    );
    expect(rest.nextCursor).toBeUndefined();
    expect([page.totalItems, rest.totalItems]).toEqual([5, 5]);
    expect([...page.items, ...rest.items].map(c => c.customerRef)).toEqual([
      'customer:default/clerks',
      'customer:default/ghost',
      'customer:default/secret-acme',
      'customer:default/secret-club',
      'customer:default/shoppers',
    ]);
    await expect(client.getGraphStatus({ token })).resolves.toMatchObject({
      counts: { entities: SHOP.length, customers: 4 },
    });
    // Nobody's rights had to be looked up.
    expect(plugin.asked).toEqual([]);
  });

  it('keeps the contract that it publishes', async () => {
    const byRefs = { entityRefs: ['component:default/web', 'user:no/body'] };
    const failing = { entityRefs: ['resource:default/db'] };
    const answers = [
      await ask(plugin, 'get', 'layers/by-name/component/default/web'),
      await ask(plugin, 'get', 'layers/by-name/group/default/sre'),
      await ask(plugin, 'post', 'layers/by-refs', { body: byRefs }),
      await ask(plugin, 'post', 'impact', { body: failing }),
      await ask(plugin, 'get', 'delivery/by-name/customer/default/shoppers'),
      await ask(plugin, 'get', 'customers'),
      await ask(plugin, 'get', 'graph'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200));
    expect(answers[1].body).toMatchObject({ applicable: false, supply: [] });

    const published = await request(plugin.server)
      .get(`${BASE}/openapi.json`)
      .set('Authorization', `Bearer ${token}`);
    expect(Object.keys(published.body.paths)).toContain(`${BASE}/v1/impact`);
  });

  it('does not find what the catalog has not got', async () => {
    for (const response of [
      await ask(plugin, 'get', 'layers/by-name/component/default/nothing'),
      await ask(plugin, 'get', 'delivery/by-name/customer/default/nothing'),
      await ask(plugin, 'post', 'impact', {
        body: { entityRefs: ['component:web', 'api:nothing'] },
      }),
    ]) {
      expect(response.status).toBe(404);
      expect(response.body.error.message).toMatch(
        /^The catalog has no "\w+:default\/nothing" that you may read\. Check/,
      );
    }
  });

  it('answers nobody who has not signed in', async () => {
    for (const [method, call] of [
      ['get', 'graph'],
      ['get', 'customers'],
      ['get', 'layers/by-name/component/default/web'],
      ['post', 'impact'],
    ] as const) {
      const response = await request(plugin.server)[method](
        `${BASE}/v1/${call}`,
      );
      expect([call, response.status]).toEqual([call, 401]);
    }
    const service = await request(plugin.server)
      .get(`${BASE}/v1/graph`)
      .set('Authorization', mockCredentials.service.header());
    expect(service.status).toBe(200);
  });

  it('cuts long lists, says so, and gives the rest in pages', async () => {
    const { client, refresh } = await startPlugin({
      config: { limits: { listEntries: 1 } },
    });
    await refresh();
    const whole = await plugin.client.getLayers(WEB, { token });
    const first = await client.getLayers(WEB, { token });
    expect(first.truncated).toBe(true);
    expect(first.totals).toEqual({ customers: 4, operations: 2, supply: 2 });
    const customers = [...first.customers];
    for (let { nextCursor: cursor } = first; cursor; ) {
      const page = await client.getLayers(WEB, { token, cursor });
      customers.push(...page.customers);
      cursor = page.nextCursor;
    }
    expect(customers).toEqual(whole.customers);
    for (const page of [
      await client.getImpact(['resource:db'], { token }),
      await client.getDelivery('customer:shoppers', { token }),
      ...(await client.getLayersByRefs([WEB], { token })),
    ]) {
      expect(page).toMatchObject({
        truncated: true,
        nextCursor: expect.stringMatching(/./),
      });
    }
  });

  it('lets nothing be cached, refusals included', async () => {
    for (const [call, status] of [
      ['graph', 200],
      ['layers/by-name/component/default/web', 200],
      ['layers/by-name/component/default/nothing', 404],
      ['layers/by-name/a:b/default/web', 400],
      ['customers?limit=0', 400],
      ['nothing', 404],
    ] as const) {
      const response = await request(plugin.server)
        .get(`${BASE}/v1/${call}`)
        .set('Authorization', `Bearer ${token}`);
      expect([call, response.status]).toEqual([call, status]);
      expect(response.headers['cache-control']).toBe('private, no-store');
    }
    for (const call of ['graph', 'layers/by-name/component/default/web']) {
      const { headers } = await ask(plugin, 'get', call);
      expect(headers).not.toHaveProperty('etag');
    }
  });

  it('audits each request once, with its query and its end', async () => {
    const { auditor } = plugin;
    const audited = async (call: string) => {
      auditor.createEvent.mockClear();
      await ask(plugin, 'get', call);
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
      return {
        options: auditor.createEvent.mock.calls[0][0],
        event: await auditor.createEvent.mock.results[0].value,
      };
    };

    const good = await audited('layers/by-name/component/default/web');
    expect(good.options).toMatchObject({
      eventId: 'layers-fetch',
      severityLevel: 'low',
      meta: { query: { kind: 'component', namespace: 'default', name: 'web' } },
    });
    expect(good.event.success).toHaveBeenCalledTimes(1);
    expect(good.event.fail).not.toHaveBeenCalled();

    const bad = await audited('layers/by-name/component/default/no');
    expect(bad.event.success).not.toHaveBeenCalled();
    expect(bad.event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotFoundError' }),
    });
  });

  it('answers nothing that can not be audited', async () => {
    const fail = jest.fn();
    plugin.auditor.createEvent.mockResolvedValueOnce({
      success: async () => {
        throw new Error('The audit log is full');
      },
      fail,
    });
    const response = await request(plugin.server)
      .get(`${BASE}/v1/graph`)
      .set('Authorization', mockCredentials.user.header());
    expect(response.status).toBe(500);
    expect(response.body).not.toHaveProperty('revision');
    expect(fail).not.toHaveBeenCalled();
  });

  it('says why the catalog refused a customer, until it is accepted', async () => {
    const problems = async () =>
      (
        await plugin.client.getLayers('component:default/web', { token })
      ).problems
        .map(({ message }) => message)
        .join();
    await plugin.events.publish({
      topic: 'experimental.catalog.errors',
      eventPayload: {
        entity: 'customer:default/ghost',
        errors: [new Error('spec.tier is 9')],
      },
    });
    expect(await problems()).toContain('spec.tier is 9');

    plugin.catalog.replaceAll([
      ...SHOP,
      entity('Customer:default/ghost', { spec: { type: 'economic' } }),
    ]);
    await plugin.refresh();
    plugin.catalog.replaceAll(SHOP);
    await plugin.refresh();
    expect(await problems()).toContain('"customer:default/ghost" is not in');
    expect(await problems()).not.toContain('spec.tier is 9');
  });
});
