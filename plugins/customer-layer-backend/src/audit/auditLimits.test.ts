import { mockCredentials } from '@backstage/backend-test-utils';
import { dayOf } from '@missing-layer/backstage-plugin-customer-layer-common';
import request from 'supertest';
import { ask } from '../__testUtils__/contract';
import { entity, SHOP } from '../__testUtils__/shop';
import { startPlugin } from '../__testUtils__/startPlugin';

const WEB = 'component:default/web';
const ID = '00000000-0000-4000-8000-000000000000';
const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => dayOf(new Date(Date.now() + days * DAY_MS));

const long = (characters: number) => 'x'.repeat(characters);

const exemption = (given: object = {}) => ({
  ruleId: 'consumable',
  entityRef: WEB,
  reason: 'For now',
  expiresOn: inDays(1),
  ...given,
});

const confirmation = (given: object = {}) => ({
  entityRef: WEB,
  kind: 'delivery',
  date: inDays(-1),
  ...given,
});

type Case = { call: string; body?: object; status?: number; says: string };

const cases: Case[] = [
  ...['findings?', 'runs?', 'diff?', 'exemptions?'].flatMap(call =>
    [
      ['limit=0', 'limit must be >= 1'],
      ['limit=1001', 'limit must be <= 1000'],
      ['cursor=abc', 'The cursor "abc" can\'t be read. Give nextCursor of'],
      ['page=2', "Unknown query parameter 'page'"],
    ].map(([query, says]) => ({ call: call + query, says })),
  ),
  { call: 'findings?state=good', says: 'must be equal to one of the allowed' },
  { call: 'findings?severity=fatal', says: 'must be equal to one of' },
  { call: 'findings?owner=web-team', says: '"web-team" can\'t be read as an' },
  { call: 'findings?system=a:b:c', says: '"a:b:c" can\'t be read as an' },
  { call: `findings?text=${long(1001)}`, says: 'more than 1000 characters' },
  {
    call: `findings?rule=${Array(101).fill('a').join('&rule=')}`,
    says: 'must NOT have more than 100 items',
  },
  { call: 'export', says: "must have required property 'format'" },
  { call: 'export?format=pdf', says: 'must be equal to one of the allowed' },
  { call: 'runs?daily=often', says: 'request/query/daily must be boolean' },
  { call: 'diff?from=0', says: 'request/query/from must be >= 1' },
  {
    call: 'diff?from=7',
    status: 404,
    says: 'There is no run "7" that is done and whose findings are kept',
  },
  {
    call: 'diff?from=2&to=1',
    says: 'from "2" is a later run than to "1". Exchange them',
  },
  { call: 'exemptions?state=over', says: 'must be equal to one of' },
  {
    call: 'findings/by-name/component/default/nothing',
    status: 404,
    says: 'The catalog has no "component:default/nothing" that you may read',
  },
  // It is mentioned, but it is no entity.
  {
    call: 'findings/by-name/customer/default/ghost',
    status: 404,
    says: 'The catalog has no "customer:default/ghost" that you may read',
  },
  { call: 'exemptions', body: {}, says: "required property 'ruleId'" },
  {
    call: 'exemptions',
    body: exemption({ ruleId: 'be-nice' }),
    says: 'There is no rule "be-nice". Write one of economic-customer,',
  },
  {
    call: 'exemptions',
    body: exemption({ ruleId: 'team-trained' }),
    says: 'The rule "team-trained" judges no "component". Name an entity of kind group',
  },
  {
    call: 'exemptions',
    body: exemption({ entityRef: 'web' }),
    says: '"web" can\'t be read as an entity ref',
  },
  {
    call: 'exemptions',
    body: exemption({ entityRef: 'component:nothing' }),
    status: 404,
    says: 'The catalog has no "component:default/nothing" that you may read',
  },
  {
    call: 'exemptions',
    body: exemption({ reason: ' \n ' }),
    says: 'says nothing. Write why the rule may be broken',
  },
  {
    call: 'exemptions',
    body: exemption({ reason: long(2001) }),
    says: 'reason must NOT have more than 2000 characters',
  },
  {
    call: 'exemptions',
    body: exemption({ expiresOn: inDays(-1) }),
    says: `expiresOn "${inDays(-1)}" is too early. Write a day from ${inDays(
      0,
    )} to ${inDays(30)}, which is 30 days from today in UTC`,
  },
  {
    call: 'exemptions',
    body: exemption({ expiresOn: inDays(31) }),
    says: `expiresOn "${inDays(31)}" is too late`,
  },
  {
    call: 'exemptions',
    body: exemption({ expiresOn: '2026-02-30' }),
    says: 'expiresOn "2026-02-30" is no day',
  },
  {
    call: 'exemptions',
    body: exemption({ expiresOn: 'tomorrow' }),
    says: 'expiresOn must match pattern',
  },
  {
    call: 'exemptions',
    body: exemption({ by: 'user:default/somebody-else' }),
    says: 'must NOT have additional properties',
  },
  {
    call: `exemptions/${ID}/decision`,
    body: { act: 'requested' },
    says: 'act must be equal to one of',
  },
  {
    call: `exemptions/${ID}/decision`,
    body: { act: 'approved' },
    status: 404,
    says: `There is no exemption "${ID}"`,
  },
  {
    call: 'exemptions/7/decision',
    body: { act: 'approved' },
    says: 'request/params/id must match pattern',
  },
  {
    call: 'confirmations',
    body: confirmation({ date: inDays(1) }),
    says: `date "${inDays(1)}" is too late. Write a day from 2000-01-01 to`,
  },
  {
    call: 'confirmations',
    body: confirmation({ date: '1999-12-31' }),
    says: 'date "1999-12-31" is too early',
  },
  {
    call: 'confirmations',
    body: confirmation({ date: '2025-02-29' }),
    says: 'date "2025-02-29" is no day',
  },
  {
    call: 'confirmations',
    body: confirmation({ kind: 'training' }),
    says: `A training can't be confirmed of "${WEB}". What can be confirmed of it is delivery`,
  },
  {
    call: 'confirmations',
    body: confirmation({ entityRef: 'group:sre' }),
    says: 'What can be confirmed of it is training, review',
  },
  {
    call: 'confirmations',
    body: confirmation({ entityRef: 'customer:shoppers' }),
    says: 'Name what is delivered, or a Group',
  },
  {
    call: 'confirmations',
    body: confirmation({ entityRef: 'component:nothing' }),
    status: 404,
    says: 'The catalog has no "component:default/nothing" that you may read',
  },
  {
    call: 'confirmations',
    body: confirmation({ note: long(2001) }),
    says: 'note must NOT have more than 2000 characters',
  },
  {
    call: 'confirmations',
    body: confirmation(),
    status: 403,
    says: `The delivery of "${WEB}" is not yours to confirm. Those who may are its owners, its customers and the owners of those of kind Customer`,
  },
];

describe('the audit over HTTP, given what can not be', () => {
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  const token = mockCredentials.user.token();
  beforeAll(async () => {
    plugin = await startPlugin({
      config: { audit: { exemptions: { maximumDays: 30 } } },
    });
    await plugin.refresh();
    await plugin.audit.startAuditRun({ token });
    await plugin.audit.startAuditRun({ token });
  });

  it.each(cases.map(one => ({ ...one, what: one.call.slice(0, 50) })))(
    'refuses $what ($#)',
    async ({ call, body, says, status = 400 }) => {
      const response = await ask(
        plugin,
        body ? 'post' : 'get',
        `audit/${call}`,
        {
          body,
        },
      );
      expect(response.body.error?.message).toContain(says);
      expect(response.status).toBe(status);
    },
  );

  it('takes a cursor for the same question only', async () => {
    const { audit } = plugin;
    const page = { limit: 1, rule: ['consumable', 'serves-someone'] };
    const { nextCursor: cursor } = await audit.getFindings(page, { token });
    await expect(
      audit.getFindings({ ...page, cursor }, { token }),
    ).resolves.toMatchObject({ items: [{ ruleId: 'serves-someone' }] });
    // In another order, it is the same.
    await audit.getFindings(
      { ...page, rule: page.rule.reverse(), limit: 2, cursor },
      { token },
    );
    for (const other of [{ limit: 1 }, { ...page, text: 'web' }]) {
      await expect(
        audit.getFindings({ ...other, cursor }, { token }),
      ).rejects.toMatchObject({
        body: {
          error: {
            message: expect.stringContaining('belongs to another question'),
          },
        },
      });
    }
    const { nextCursor } = await audit.getAuditRuns({ limit: 1 }, { token });
    const last = await audit.getAuditRuns(
      { limit: 1, cursor: nextCursor },
      { token },
    );
    expect(last.items).toMatchObject([{ id: 1 }]);
    expect(last.nextCursor).toBeUndefined();
    const daily = await audit.getAuditRuns({ daily: true }, { token });
    expect(daily.items).toMatchObject([{ id: 2 }]);
  });

  it('compares runs, page by page', async () => {
    const { audit, catalog, refresh } = plugin;
    catalog.put(
      entity('Component:default/new', { title: 'New' }),
      entity('Component:default/newer', {
        relations: { ownedBy: ['group:default/sre'] },
      }),
    );
    await refresh();
    await audit.startAuditRun({ token });
    const diff = await audit.getAuditDiff({}, { token });
    expect([diff.from.id, diff.to.id]).toEqual([2, 3]);
    expect(diff.counts.worse).toBe(diff.items.filter(i => !i.better).length);
    expect(diff.items).toContainEqual(
      expect.objectContaining({
        entityRef: 'component:default/new',
        title: 'New',
        ruleId: 'economic-customer',
        from: 'absent',
        to: 'fail',
        better: false,
      }),
    );
    expect(diff.owners.map(({ entityRef }) => entityRef)).toContain('none');
    const items = [];
    let cursor: string | undefined;
    do {
      const page = await audit.getAuditDiff({ limit: 2, cursor }, { token });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(items).toEqual(diff.items);
    const back = await audit.getAuditDiff({ from: 1, to: 2 }, { token });
    expect(back).toMatchObject({
      counts: { worse: 0, better: 0 },
      items: [],
      hiddenItems: 0,
    });
    catalog.replaceAll(SHOP);
    await refresh();
  });

  it('writes files for other tools', async () => {
    for (const [format, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json; charset=utf-8'],
      ['junit', 'application/xml; charset=utf-8'],
      ['sarif', 'application/sarif+json; charset=utf-8'],
    ] as const) {
      const response = await plugin.audit.exportFindings(
        { format, rule: ['consumable'] },
        { token },
      );
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="customer-layer-findings-\d{4}-\d\d-\d\d\.(csv|json|xml|sarif)"$/,
      );
      const text = await response.text();
      expect(text).toContain(WEB);
      expect(text).toContain('consumable');
    }
  });

  it('notes in the audit log who says something', async () => {
    plugin.auditor.createEvent.mockClear();
    await ask(plugin, 'post', 'audit/exemptions', { body: exemption() });
    await ask(plugin, 'get', 'audit/summary');
    expect(
      plugin.auditor.createEvent.mock.calls.map(([event]) => [
        event.eventId,
        event.severityLevel,
      ]),
    ).toEqual([
      ['exemption-request', 'medium'],
      ['audit-summary-fetch', 'low'],
    ]);
  });
});

describe('the audit over HTTP, for those who lack permissions', () => {
  const calls: Array<['get' | 'post', string, string, object?]> = [
    ['get', 'summary', 'audit.read'],
    ['get', 'findings', 'audit.read'],
    ['get', 'findings/by-name/component/default/web', 'audit.read'],
    ['get', 'export?format=csv', 'audit.read'],
    ['get', 'runs', 'audit.read'],
    ['get', 'diff', 'audit.read'],
    ['get', 'exemptions', 'audit.read'],
    ['post', 'runs', 'audit.run', {}],
    ['post', 'exemptions', 'exemption.request', exemption()],
    [
      'post',
      `exemptions/${ID}/decision`,
      'exemption.approve',
      { act: 'approved' },
    ],
    [
      'post',
      `exemptions/${ID}/decision`,
      'exemption.approve',
      { act: 'withdrawn' },
    ],
    ['post', 'confirmations', 'confirm', confirmation()],
  ];
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    plugin = await startPlugin({
      lacks: (permission, user) =>
        user === 'user:default/nobody' ||
        (user === 'user:default/asker' &&
          permission !== 'customer-layer.exemption.request' &&
          permission !== 'customer-layer.audit.read'),
    });
    await plugin.refresh();
  });

  it.each(
    calls.map(([method, call, permission, body]) => ({
      method,
      call,
      permission,
      body,
    })),
  )(
    '$method $call takes $permission',
    async ({ method, call, permission, body }) => {
      const response = await ask(plugin, method, `audit/${call}`, {
        body,
        user: 'user:default/nobody',
      });
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(
        `the permission "customer-layer.${permission}"`,
      );
      const strangers = await request(plugin.server)
        [method](`/api/customer-layer/v1/audit/${call}`)
        .send(body);
      expect(strangers.status).toBe(401);
    },
  );

  it('one may withdraw what one asked for oneself', async () => {
    const as = (user: string) => ({ token: mockCredentials.user.token(user) });
    const mine = as('user:default/asker');
    const theirs = as('user:default/somebody');
    const { audit } = plugin;
    const decide = (id: string, act: 'approved' | 'withdrawn', who: object) =>
      audit.decideExemption(id, { act }, who);
    const own = await audit.requestExemption(exemption(), mine);
    await expect(decide(own.id, 'approved', mine)).rejects.toMatchObject({
      statusCode: 403,
    });
    await decide(own.id, 'withdrawn', mine);
    const other = await audit.requestExemption(exemption(), theirs);
    await expect(decide(other.id, 'withdrawn', mine)).rejects.toMatchObject({
      statusCode: 403,
    });
    const { may, mayConfirm } = await audit.getEntityFindings(WEB, mine);
    expect(may).toEqual({ run: false, request: true, approve: false });
    expect(mayConfirm).toEqual([]);
  });

  it('services ask and decide, but confirm nothing', async () => {
    const token = mockCredentials.service.token();
    const { audit } = plugin;
    const { id } = await audit.requestExemption(
      exemption({ ruleId: 'customer-involved' }),
      { token },
    );
    await expect(
      audit.decideExemption(id, { act: 'approved' }, { token }),
    ).rejects.toMatchObject({ statusCode: 403 });
    await expect(
      audit.confirm(
        { entityRef: WEB, kind: 'delivery', date: inDays(0) },
        { token },
      ),
    ).rejects.toMatchObject({ statusCode: 403 });
  });
});
