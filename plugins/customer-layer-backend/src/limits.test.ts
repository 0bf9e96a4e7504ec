import { gzipSync } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ask } from './__testUtils__/contract';
import { startPlugin } from './__testUtils__/startPlugin';

const WEB = 'component:default/web';
const LAYERS = 'layers/by-name/component/default/web';
const DELIVERY = 'delivery/by-name/customer/default/shoppers';
const OPERATIONS = 'operations/by-name/group/default/sre';
const CONTRACT =
  'What each call takes is written in /api/customer-layer/openapi.json';

const long = (characters: number) => 'x'.repeat(characters);
const naming = (...entityRefs: unknown[]) => ({ entityRefs });

describe('the HTTP API, given too much or nonsense', () => {
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    plugin = await startPlugin();
    await plugin.refresh();
  });

  const limits = [
    'impact?',
    `${LAYERS}?`,
    `${DELIVERY}?`,
    `${OPERATIONS}?`,
    'customers?',
  ].flatMap(call => {
    const most = call === 'customers?' ? 1000 : 100_000;
    const body = call === 'impact?' ? naming(WEB) : undefined;
    return [
      ['limit=0', 'request/query/limit must be >= 1'],
      ['limit=-1', 'request/query/limit must be >= 1'],
      ['limit=1.5', 'request/query/limit must be integer'],
      ['limit=all', 'request/query/limit must be integer'],
      ['limit=1&limit=2', 'request/query/limit must be integer'],
      [`limit=${most + 1}`, `request/query/limit must be <= ${most}`],
      ['limit=0', 'Give a limit in this range, and follow nextCursor'],
      ['cursor=abc', 'The cursor "abc" can\'t be read. Give nextCursor of'],
      [`cursor=${long(2000)}`, `The cursor "${long(100)}…" can't be read`],
      [`cursor=${long(2001)}`, 'must NOT have more than 2000 characters'],
      ['page=2', "Unknown query parameter 'page'. Leave it out, or"],
    ].map(([query, says]) => ({ call: call + query, body, says }));
  });

  const cases: Array<{ call: string; body?: object | string; says: string }> = [
    ...limits,
    {
      call: 'layers/by-name/a:b/default/web',
      says: '"a:b:default/web" can\'t be read as an entity ref',
    },
    {
      call: 'delivery/by-name/customer/default/a%2Fb',
      says: '"customer:default/a/b" can\'t be read as an entity ref',
    },
    {
      call: `layers/by-name/component/default/${long(1001)}`,
      says: 'request/params/name must NOT have more than 1000 characters. No ref',
    },
    {
      call: `layers/by-name/component/${long(500)}/${long(500)}`,
      says: `"component:${long(
        90,
      )}…" can't be read as an entity ref. Write kind:namespace/name, as in component:default/checkout, in at most 1000 characters`,
    },
    {
      call: 'operations/by-name/group/default/a%2Fb',
      says: '"group:default/a/b" can\'t be read as an entity ref',
    },
    {
      call: 'customers?type=paying',
      says: 'request/query/type must be equal to one of the allowed values',
    },
    {
      call: 'customers?stage=middle',
      says: 'request/query/stage must be equal to one of the allowed values',
    },
    { call: 'customers?tier=5', says: 'request/query/tier must be <= 4' },
    {
      call: 'customers?sort=size',
      says: 'request/query/sort must be equal to one of the allowed values',
    },
    {
      call: `customers?text=${long(201)}`,
      says: 'request/query/text must NOT have more than 200 characters',
    },
    {
      call: 'layers/by-refs',
      body: naming('component:x', 'web', 'a:b:c'),
      says: '"web", "a:b:c" can\'t be read',
    },
    {
      call: 'layers/by-refs',
      body: naming(...Array(1000).fill('web')),
      says: '"web" and 990 more can\'t be read',
    },
    { call: 'impact', body: naming(':'), says: 'Write kind:namespace/name' },
    {
      call: 'impact',
      body: naming('a:b', 7),
      says: 'request/body/entityRefs/1 must be string',
    },
    {
      call: 'impact',
      body: naming('a:b', `a:${long(999)}`),
      says: 'request/body/entityRefs/1 must NOT have more than 1000 characters. No ref',
    },
    {
      call: 'impact',
      body: naming(),
      says: 'request/body/entityRefs must NOT have fewer than 1 items',
    },
    {
      call: 'layers/by-refs',
      body: naming(...Array(1001).fill(WEB)),
      says: 'request/body/entityRefs must NOT have more than 1000 items. Send several requests',
    },
    {
      call: 'impact',
      body: { refs: [] },
      says: "must have required property 'entityRefs'",
    },
    {
      call: 'impact',
      body: { ...naming(WEB), limit: 1 },
      says: 'request/body must NOT have additional properties',
    },
    { call: 'impact', body: '[]', says: 'request/body must be object' },
    { call: 'impact', body: 'null', says: "The body can't be read as JSON" },
    {
      call: 'impact',
      body: '{"entityRefs":',
      says: "The body can't be read as JSON",
    },
  ];

  it.each(cases.map(one => ({ ...one, what: one.call.slice(0, 60) })))(
    'refuses $what ($#)',
    async ({ call, body, says }) => {
      const response = await ask(plugin, body ? 'post' : 'get', call, { body });
      expect(response.body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(says),
      });
      expect(response.status).toBe(400);
    },
  );

  it('says of many faults only the first', async () => {
    const body = naming(...Array(1000).fill(7));
    const response = await ask(plugin, 'post', 'impact', { body });
    expect(response.status).toBe(400);
    expect(response.body.error.message.length).toBeLessThan(1200);
  });

  const post = (headers: Record<string, string>) =>
    request(plugin.server)
      .post('/api/customer-layer/v1/impact')
      .set('Authorization', mockCredentials.user.header())
      .set(headers)
      // As it is, whatever the headers call it.
      .serialize(body => body);
  const json = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(naming(WEB));
  const megabyte = JSON.stringify(naming(long(1024 * 1024)));

  it.each<{
    what: string;
    headers: Record<string, string>;
    given: string | Buffer;
    says: string;
    status?: number;
  }>([
    {
      what: 'text',
      headers: { 'Content-Type': 'text/plain' },
      given: body,
      says: 'The body is of type "text/plain". Send JSON, with the header Content-Type: application/json',
    },
    {
      what: 'a form',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      given: 'entityRefs=a:b',
      says: 'The body is of type "application/x-www-form-urlencoded"',
    },
    {
      what: 'an odd charset',
      headers: { 'Content-Type': 'application/json; charset=x-y' },
      given: body,
      says: 'unsupported charset "X-Y"',
    },
    {
      what: 'an odd encoding',
      headers: { ...json, 'Content-Encoding': 'lzma' },
      given: body,
      says: 'unsupported content encoding "lzma"',
    },
    {
      what: 'what only pretends to be zipped',
      headers: { ...json, 'Content-Encoding': 'gzip' },
      given: body,
      says: "The body can't be read as JSON",
    },
    {
      what: 'more than a megabyte',
      headers: json,
      given: megabyte,
      says: 'The body is larger than 1mb. Ask about fewer entities at once',
      status: 413,
    },
    {
      what: 'little that inflates to more than a megabyte',
      headers: { ...json, 'Content-Encoding': 'gzip' },
      given: gzipSync(JSON.stringify(naming(long(100 * 1024 * 1024)))),
      says: 'The body is larger than 1mb. Ask about fewer entities at once',
      status: 413,
    },
  ])('refuses $what', async ({ headers, given, says, status = 400 }) => {
    const response = await post(headers).send(given);
    expect(response.body.error.message).toContain(says);
    expect(response.body.error.message).toMatch(new RegExp(`${CONTRACT}$`));
    expect(response.status).toBe(status);
  });

  it('takes a body that is zipped', async () => {
    const response = await post({ ...json, 'Content-Encoding': 'gzip' }).send(
      gzipSync(body),
    );
    expect(response.status).toBe(200);
    expect(response.body.entityRefs).toEqual([WEB]);
  });

  it('answers as often as it is asked, about a thousand at most', async () => {
    const entityRefs = Array(1000).fill('Component:WEB');
    const response = await ask(plugin, 'post', 'layers/by-refs', {
      body: { entityRefs },
    });
    expect(response.body.items).toHaveLength(1000);
    expect(new Set(response.body.items.map(JSON.stringify)).size).toBe(1);
    const impact = await ask(plugin, 'post', 'impact', {
      body: { entityRefs },
    });
    expect(impact.body.entityRefs).toEqual([WEB]);
  });

  it.each(['head', 'put', 'delete', 'patch'] as const)(
    'knows no %s',
    async method => {
      const response = await request(plugin.server)
        [method](`/api/customer-layer/v1/${LAYERS}`)
        .set('Authorization', mockCredentials.user.header());
      expect(response.status).toBe(404);
    },
  );
});
