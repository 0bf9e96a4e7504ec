import { CustomerLayerClient } from './CustomerLayerClient';

function clientAnswering(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_url: string, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new CustomerLayerClient({
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example.com/api/${id}`,
    },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

const base = 'https://portal.example.com/api/customer-layer/v1';

it.each<
  [
    name: string,
    ask: (client: CustomerLayerClient) => Promise<unknown>,
    path: string,
    body: unknown,
  ]
>([
  [
    'layers',
    c => c.getLayers('Component:web'),
    'layers/by-name/Component/default/web',
    undefined,
  ],
  [
    'odd names',
    c => c.getLayers('api:eu/a+b'),
    'layers/by-name/api/eu/a%2Bb',
    undefined,
  ],
  [
    'impact',
    c => c.getImpact(['resource:default/db']),
    'impact',
    { entityRefs: ['resource:default/db'] },
  ],
  [
    'delivery',
    c => c.getDelivery('customer:default/c'),
    'delivery/by-name/customer/default/c',
    undefined,
  ],
  ['customers', c => c.getCustomers(), 'customers', undefined],
  [
    'a page of customers',
    c => c.getCustomers({ limit: 5, cursor: 'a=b' }),
    'customers?limit=5&cursor=a%3Db',
    undefined,
  ],
  [
    'the next page of layers',
    c => c.getLayers('component:web', { limit: 5, cursor: 'a=b' }),
    'layers/by-name/component/default/web?limit=5&cursor=a%3Db',
    undefined,
  ],
  [
    'a page of an impact',
    c => c.getImpact(['resource:default/db'], { limit: 5 }),
    'impact?limit=5',
    { entityRefs: ['resource:default/db'] },
  ],
  [
    'the next page of a delivery',
    c => c.getDelivery('customer:default/c', { cursor: 'abc', token: 't' }),
    'delivery/by-name/customer/default/c?cursor=abc',
    undefined,
  ],
  ['graph', c => c.getGraphStatus(), 'graph', undefined],
])('asks for %s', async (_, ask, path, body) => {
  const { client, fetch } = clientAnswering(200, { answer: 1 });
  await expect(ask(client)).resolves.toEqual({ answer: 1 });
  const [url, init] = fetch.mock.calls[0];
  expect(url).toBe(`${base}/${path}`);
  expect(init?.method).toBe(body ? 'POST' : undefined);
  expect(init?.body && JSON.parse(String(init.body))).toEqual(body);
});

it('keeps the order of many, with undefined for those not found', async () => {
  const { client, fetch } = clientAnswering(200, {
    items: [null, { entityRef: 'b' }],
  });
  await expect(
    client.getLayersByRefs(['a', 'b'], { limit: 3 }),
  ).resolves.toEqual([undefined, { entityRef: 'b' }]);
  expect(fetch.mock.calls[0][0]).toBe(`${base}/layers/by-refs?limit=3`);
});

it('passes the token and fails with what the server said', async () => {
  const { client, fetch } = clientAnswering(404, {
    error: { name: 'NotFoundError', message: 'The catalog has no "x"' },
    response: { statusCode: 404 },
  });
  await expect(
    client.getLayers('component:x', { token: 't' }),
  ).rejects.toMatchObject({
    name: 'ResponseError',
    statusCode: 404,
    cause: { message: 'The catalog has no "x"' },
  });
  expect(fetch.mock.calls[0][1]?.headers).toMatchObject({
    Authorization: 'Bearer t',
  });
});
