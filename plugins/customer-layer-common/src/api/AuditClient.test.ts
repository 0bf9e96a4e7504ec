import { AuditClient } from './AuditClient';

function clientAnswering(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_url: string, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new AuditClient({
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example.com/api/${id}`,
    },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

const base = 'https://portal.example.com/api/customer-layer/v1/audit';

const EXEMPTION = {
  ruleId: 'consumable',
  entityRef: 'component:default/web',
  reason: 'For now',
  expiresOn: '2026-12-31',
};

const CONFIRMATION = {
  entityRef: 'component:default/web',
  kind: 'delivery' as const,
  date: '2026-11-22',
};

it.each<
  [
    name: string,
    ask: (client: AuditClient) => Promise<unknown>,
    path: string,
    body: unknown,
  ]
>([
  ['the summary', c => c.getAuditSummary(), 'summary', undefined],
  ['findings', c => c.getFindings(), 'findings', undefined],
  [
    'findings by every filter, lists item by item',
    c =>
      c.getFindings({
        rule: ['a', 'b'],
        state: ['fail'],
        severity: [],
        kind: undefined,
        owner: 'group:default/a&b',
        system: 'none',
        text: '50% of ü?',
      }),
    'findings?rule=a&rule=b&state=fail&owner=group%3Adefault%2Fa%26b&system=none&text=50%25+of+%C3%BC%3F',
    undefined,
  ],
  [
    'the next page of findings',
    c => c.getFindings({ state: ['pass'], limit: 5, cursor: 'a=b' }),
    'findings?state=pass&limit=5&cursor=a%3Db',
    undefined,
  ],
  [
    'the findings of one entity',
    c => c.getEntityFindings('api:eu/a+b'),
    'findings/by-name/api/eu/a%2Bb',
    undefined,
  ],
  ['runs', c => c.getAuditRuns(), 'runs', undefined],
  [
    'the next page of the last runs of days',
    c => c.getAuditRuns({ daily: true, limit: 7, cursor: 'abc' }),
    'runs?daily=true&limit=7&cursor=abc',
    undefined,
  ],
  ['the last changes', c => c.getAuditDiff(), 'diff', undefined],
  [
    'the next page of changes between runs',
    c => c.getAuditDiff({ from: 1, to: 2, cursor: 'abc' }),
    'diff?from=1&to=2&cursor=abc',
    undefined,
  ],
  [
    'exemptions in some states',
    c => c.getExemptions({ state: ['requested', 'expired'], limit: 1 }),
    'exemptions?state=requested&state=expired&limit=1',
    undefined,
  ],
  ['an exemption', c => c.requestExemption(EXEMPTION), 'exemptions', EXEMPTION],
  [
    'a decision',
    c => c.decideExemption('a/b', { act: 'rejected', note: 'No' }),
    'exemptions/a%2Fb/decision',
    { act: 'rejected', note: 'No' },
  ],
  [
    'a confirmation',
    c => c.confirm(CONFIRMATION),
    'confirmations',
    CONFIRMATION,
  ],
])('asks for %s', async (_, ask, path, body) => {
  const { client, fetch } = clientAnswering(200, { answer: 1 });
  await expect(ask(client)).resolves.toEqual({ answer: 1 });
  const [url, init] = fetch.mock.calls[0];
  expect(url).toBe(`${base}/${path}`);
  expect(init?.method).toBe(body ? 'POST' : undefined);
  expect(init?.body && JSON.parse(String(init.body))).toEqual(body);
});

it('asks for a run, and says nothing of what comes back', async () => {
  const { client, fetch } = clientAnswering(202, {});
  await expect(client.startAuditRun()).resolves.toBeUndefined();
  const [url, init] = fetch.mock.calls[0];
  expect([url, init?.method, init?.body]).toEqual([
    `${base}/runs`,
    'POST',
    '{}',
  ]);
});

it('gives an export as it comes', async () => {
  const { client, fetch } = clientAnswering(200, { findings: [] });
  const { signal } = new AbortController();
  const response = await client.exportFindings(
    { format: 'json', rule: ['a', 'b'] },
    { token: 't', signal },
  );
  expect(await response.text()).toBe('{"findings":[]}');
  const [url, init] = fetch.mock.calls[0];
  expect(url).toBe(`${base}/export?format=json&rule=a&rule=b`);
  expect(init?.signal).toBe(signal);
  expect(init?.headers).toEqual({ Authorization: 'Bearer t' });
});

const OPTIONS = { token: 't' };

it.each<[string, (client: AuditClient) => Promise<unknown>]>([
  ['a question', c => c.getFindings({}, OPTIONS)],
  ['an export', c => c.exportFindings({ format: 'csv' }, OPTIONS)],
  ['a run', c => c.startAuditRun(OPTIONS)],
  ['a decision', c => c.decideExemption('a', { act: 'approved' }, OPTIONS)],
])('fails with what the server said to %s', async (_, ask) => {
  const { client, fetch } = clientAnswering(403, {
    error: { name: 'NotAllowedError', message: 'This takes the permission' },
    response: { statusCode: 403 },
  });
  await expect(ask(client)).rejects.toMatchObject({
    name: 'ResponseError',
    statusCode: 403,
    cause: { message: 'This takes the permission' },
  });
  expect(fetch.mock.calls[0][1]?.headers).toMatchObject({
    Authorization: 'Bearer t',
  });
});
