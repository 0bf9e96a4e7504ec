import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { mockServices } from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CustomerLayerClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import { CustomerDecorator } from './CustomerDecorator';
import { CustomerNames } from './CustomerNames';

type Answer = (entityRefs: string[]) => unknown | 'never';

let server: Server;
let port: number;
let answer: Answer;
let questions: string[][];

/** Stands in for the customer layer: serves `answer`, a number of which is a status. */
beforeEach(async () => {
  questions = [];
  server = createServer(async (request, response) => {
    const { entityRefs } = (await json(request)) as { entityRefs: string[] };
    questions.push(entityRefs);
    const answered = answer(entityRefs);
    if (typeof answered === 'number') {
      response.writeHead(answered).end('{}');
    } else if (answered !== 'never') {
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(answered));
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

async function closeServer() {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
}

afterEach(closeServer);

const document = (name: string): IndexableDocument => ({
  title: name,
  text: `About ${name}`,
  location: `/catalog/default/component/${name}`,
  authorization: { resourceRef: `component:default/${name}` },
});

const shoppersFor = (entityRefs: string[]) => ({
  items: entityRefs.map(ref =>
    ref.endsWith('-unknown')
      ? null
      : {
          customers: [
            {
              customerRef: 'customer:default/shoppers',
              role: 'economic',
              source: 'declared',
              distance: 0,
              path: [ref],
              exists: true,
            },
          ],
        },
  ),
});

async function index(
  documents: IndexableDocument[],
  { patienceMs = 20_000 } = {},
) {
  const logger = mockServices.logger.mock();
  const names = new CustomerNames({
    layers: new CustomerLayerClient({
      discoveryApi: { getBaseUrl: async () => `http://127.0.0.1:${port}` },
      fetchApi: { fetch },
    }),
    catalog: catalogServiceMock(),
    auth: mockServices.auth(),
    config: { customers: 'all', sources: ['declared'], patienceMs },
  });
  const began = performance.now();
  const result = await TestPipeline.fromDecorator(
    new CustomerDecorator({
      findNames: (refs, signal) => names.of(refs, signal),
      logger,
      patienceMs,
    }),
  )
    .withDocuments(documents)
    .execute();
  const took = performance.now() - began;
  return { ...result, took, warnings: logger.warn.mock.calls };
}

const many = Array.from({ length: 120 }, (_, i) => document(`web-${i}`));

describe('CustomerDecorator', () => {
  it('asks in batches, keeps the order and leaves alone what has no customers', async () => {
    answer = shoppersFor;
    const documents = [
      ...many,
      document('is-unknown'),
      { title: 'No entity', text: 'x', location: '/x' },
      { ...document('bare'), text: '' },
    ];
    const result = await index(documents);
    expect(questions.map(({ length }) => length)).toEqual([50, 50, 22]);
    expect(result.documents).toEqual([
      ...many.map(one => ({
        ...one,
        text: `${one.text} · Customers: shoppers`,
      })),
      ...documents.slice(120, 122),
      { ...documents[122], text: 'Customers: shoppers' },
    ]);
    expect(result.warnings).toEqual([]);
  });

  it('waits for a customer layer that is starting', async () => {
    answer = refs => (questions.length < 3 ? 503 : shoppersFor(refs));
    const { documents, warnings } = await index([document('web')]);
    expect(documents[0].text).toContain('shoppers');
    expect(questions).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  it.each<[string, Answer | undefined]>([
    ['never answers', () => 'never'],
    ['stays unavailable', () => 503],
    ['cannot be reached', undefined],
  ])('goes on in time when the customer layer %s', async (_, given) => {
    if (given) {
      answer = given;
    } else {
      await closeServer();
    }
    const result = await index(many, { patienceMs: 400 });
    expect(result.error).toBeUndefined();
    expect(result.documents).toEqual(many);
    expect(result.took).toBeLessThan(2_000);
    expect(result.warnings).toHaveLength(1);
  });

  it('gives up at once where waiting does not help, and keeps what it has named', async () => {
    answer = refs => (questions.length < 2 ? shoppersFor(refs) : 403);
    const { documents, warnings, took } = await index(many);
    expect(took).toBeLessThan(5_000);
    expect(questions).toHaveLength(2);
    expect(
      documents.map(({ text }) => text.includes('shoppers')).lastIndexOf(true),
    ).toBe(49);
    expect(documents.slice(50)).toEqual(many.slice(50));
    expect(warnings).toEqual([
      [
        expect.stringContaining('go without'),
        expect.objectContaining({ name: 'ResponseError' }),
      ],
    ]);
  });

  it('is patient once for all batches', async () => {
    answer = () => 'never';
    const { took } = await index([...many, ...many], { patienceMs: 300 });
    expect(took).toBeLessThan(1_500);
    expect(questions).toHaveLength(1);
  });

  it('stops waiting without a word when the indexing is ended', async () => {
    answer = () => 'never';
    const logger = mockServices.logger.mock();
    const ended = new Promise<void>(resolve => {
      const decorator = new CustomerDecorator({
        findNames: (_, signal) =>
          new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => {
              reject(signal.reason);
              resolve();
            }),
          ),
        logger,
        patienceMs: 60_000,
      });
      many.slice(0, 50).forEach(one => decorator.write(one));
      setImmediate(() => decorator.destroy());
    });
    await ended;
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
