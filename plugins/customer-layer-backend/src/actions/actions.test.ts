import { mockCredentials } from '@backstage/backend-test-utils';
import { omit } from 'lodash';
import request from 'supertest';
import { ask } from '../__testUtils__/contract';
import { isOpen, SHOP } from '../__testUtils__/shop';
import { startPlugin } from '../__testUtils__/startPlugin';

// Through the real registry of actions, over HTTP, as an MCP server calls it.

const ACTIONS = '/api/customer-layer/.backstage/actions/v1/actions';
const WEB = 'component:default/web';
const ACME = 'customer:default/secret-acme';
const IN_RUNS = ['tally', 'byRule'];

type Plugin = Awaited<ReturnType<typeof startPlugin>>;

const invoke = async (
  { server }: Plugin,
  name: string,
  { input, user }: { input: object; user?: string },
) =>
  request(server)
    .post(`${ACTIONS}/customer-layer:${name}/invoke`)
    .set('Authorization', mockCredentials.user.header(user))
    .send(input);

const PAGE = { limit: 200 };

/** Each action, and how the HTTP API is asked the same. */
const QUESTIONS: ReadonlyArray<{
  action: string;
  input: object;
  method: 'get' | 'post';
  call: string;
  body?: object;
}> = [
  {
    action: 'get-entity-layers',
    input: { entityRef: 'Component:web', ...PAGE },
    method: 'get',
    call: 'layers/by-name/component/default/web',
  },
  {
    action: 'get-failure-impact',
    input: { entityRefs: ['resource:db'], ...PAGE },
    method: 'post',
    call: 'impact',
    body: { entityRefs: ['resource:default/db'] },
  },
  {
    action: 'get-customer-delivery',
    input: { customerRef: 'customer:shoppers', ...PAGE },
    method: 'get',
    call: 'delivery/by-name/customer/default/shoppers',
  },
  {
    action: 'get-customer-audit-summary',
    input: PAGE,
    method: 'get',
    call: 'audit/summary',
  },
  {
    action: 'get-entity-customer-audit',
    input: { entityRef: WEB, ...PAGE },
    method: 'get',
    call: 'audit/findings/by-name/component/default/web',
  },
  {
    action: 'find-customer-audit-findings',
    input: { kind: ['Component'], state: ['fail', 'unmeasured'], ...PAGE },
    method: 'get',
    call: 'audit/findings?kind=component&state=unmeasured&state=fail',
  },
];

const withoutTallies = (body: { run?: object; running?: object }) => ({
  ...body,
  ...(body.run && { run: omit(body.run, IN_RUNS) }),
});

describe.each([
  ['somebody who may read everything', () => true],
  ['somebody who may not read the secrets', isOpen],
])('actions for %s', (_, canRead) => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = await startPlugin({ canRead });
    await plugin.refresh();
    await plugin.audit.startAuditRun({
      token: mockCredentials.user.token('user:default/boss'),
    });
  });
  afterAll(() => plugin.stop());

  it.each(QUESTIONS)('$action answers what the HTTP API does', async it => {
    const { status, body } = await invoke(plugin, it.action, it);
    const same = await ask(plugin, it.method, it.call, it);
    expect({ status, output: body.output }).toEqual({
      status: 200,
      output: withoutTallies(same.body),
    });
    const text = JSON.stringify(body);
    expect(text).toContain('graph');
    expect(/secret|Confidential/.test(text)).toBe(
      canRead === isOpen ? false : /secret/.test(JSON.stringify(same.body)),
    );
  });
});

describe('actions', () => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = await startPlugin({
      canRead: isOpen,
      entities: [
        ...SHOP,
        ...Array.from({ length: 30 }, (_, i) => ({
          ...SHOP[4],
          metadata: { ...SHOP[4].metadata, name: `team-${i}` },
        })),
      ],
      lacks: (permission, user) =>
        permission === 'customer-layer.audit.read' && user.endsWith('outsider'),
    });
    await plugin.refresh();
    await plugin.audit.startAuditRun({ token: mockCredentials.user.token() });
  });
  afterAll(() => plugin.stop());

  it('say of themselves that they only read, and what they take and give', async () => {
    const { body } = await request(plugin.server)
      .get(ACTIONS)
      .set('Authorization', mockCredentials.user.header());
    expect(body.actions.map(({ id }: { id: string }) => id)).toEqual(
      QUESTIONS.map(({ action }) => `customer-layer:${action}`),
    );
    for (const { attributes, schema, description } of body.actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
      expect(schema.input.properties).toHaveProperty('limit');
      expect(schema.output.properties).toHaveProperty('leftOut');
      expect(description).toContain('Use it for');
    }
  });

  it('give the first entries, and say how to get the others', async () => {
    const first = await invoke(plugin, 'get-entity-layers', {
      input: { entityRef: WEB, limit: 1 },
    });
    const { customers, totals, leftOut, nextCursor } = first.body.output;
    expect(customers).toHaveLength(1);
    expect(leftOut).toContain(
      `customers has 1 of ${totals.customers} entries. For those that follow, call again with the same input and this answer’s nextCursor as cursor.`,
    );
    const second = await invoke(plugin, 'get-entity-layers', {
      input: { entityRef: WEB, limit: 200, cursor: nextCursor },
    });
    expect(second.body.output.customers).toHaveLength(totals.customers - 1);
    expect(second.body.output.leftOut[0]).toContain('on the pages before');

    const find = (input: object) =>
      invoke(plugin, 'find-customer-audit-findings', { input });
    const filters = { kind: ['group'] };
    const some = await find({ ...filters, limit: 2 });
    expect(some.body.output.leftOut).toEqual([
      expect.stringContaining(
        `items has 2 of ${some.body.output.totalItems} findings`,
      ),
    ]);
    const more = await find({
      ...filters,
      limit: 2,
      cursor: some.body.output.nextCursor,
    });
    expect(more.body.output.items).toHaveLength(2);
    expect(more.body.output.items).not.toEqual(some.body.output.items);

    const { body } = await invoke(plugin, 'get-customer-audit-summary', {
      input: { limit: 1 },
    });
    expect(body.output.owners).toHaveLength(1);
    expect(body.output.leftOut[0]).toContain('higher limit');
  });

  it('fail as the HTTP API does', async () => {
    const hidden = await invoke(plugin, 'get-customer-delivery', {
      input: { customerRef: ACME },
    });
    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message).toContain(`"${ACME}" that you may read`);

    const unreadable = await invoke(plugin, 'get-failure-impact', {
      input: { entityRefs: [WEB, 'a/b/c'] },
    });
    expect(unreadable.status).toBe(400);
    expect(unreadable.body.error.message).toContain('"a/b/c"');

    const cursor = await invoke(plugin, 'get-failure-impact', {
      input: { entityRefs: [WEB], cursor: 'x' },
    });
    expect(cursor.status).toBe(400);

    const many = await invoke(plugin, 'get-entity-layers', {
      input: { entityRef: WEB, limit: 201 },
    });
    expect(many.status).toBe(400);

    for (const { action, input } of QUESTIONS.slice(3)) {
      const { status, body } = await invoke(plugin, action, {
        input,
        user: 'user:default/outsider',
      });
      expect(status).toBe(403);
      expect(body.error.message).toContain('"customer-layer.audit.read"');
    }
    const nobody = await request(plugin.server)
      .post(`${ACTIONS}/customer-layer:get-entity-layers/invoke`)
      .send({ entityRef: WEB });
    expect(nobody.status).toBeGreaterThanOrEqual(401);
  });

  it('are written into the audit log', async () => {
    plugin.auditor.createEvent.mockClear();
    await invoke(plugin, 'get-entity-layers', {
      input: { entityRef: WEB, limit: 3 },
      user: 'user:default/somebody',
    });
    expect(plugin.auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'layers-fetch',
      severityLevel: 'low',
      meta: {
        action: 'get-entity-layers',
        caller: 'user:default/somebody',
        query: { entityRef: WEB, limit: 3 },
      },
    });
  });
});
