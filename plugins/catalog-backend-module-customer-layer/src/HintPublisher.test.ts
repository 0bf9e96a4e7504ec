import { mockServices } from '@backstage/backend-test-utils';
import {
  CHANGE_HINTS_TOPIC,
  parseChangeHints,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { HintPublisher } from './HintPublisher';

const refs = (count: number) =>
  Array.from({ length: count }, (_, i) => `component:default/c${i}`);

function setUp() {
  const start = Date.now();
  const published: Array<{ atMs: number; entityRefs: string[] }> = [];
  let answer: () => Promise<void> = async () => {};
  const logger = mockServices.logger.mock();
  const publisher = new HintPublisher({
    logger,
    events: {
      async publish({ topic, eventPayload }) {
        expect(topic).toBe(CHANGE_HINTS_TOPIC);
        const { entityRefs } = parseChangeHints(eventPayload);
        published.push({ atMs: Date.now() - start, entityRefs });
        await answer();
      },
    },
  });
  return {
    publisher,
    published,
    logger,
    answerWith(next: () => Promise<void>) {
      answer = next;
    },
  };
}

const failing = async () => {
  throw new Error('no connection');
};
const hanging = () => new Promise<void>(() => {});

describe('HintPublisher', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('publishes each ref once, in batches of 1,000, one in 300 ms', async () => {
    const { publisher, published } = setUp();
    const [first, ...others] = refs(2500);
    for (const ref of [first, ...others, first]) {
      expect(publisher.add(ref)).toBe(true);
    }
    await jest.advanceTimersByTimeAsync(10_000);
    expect(
      published.map(({ atMs, entityRefs }) => [atMs, entityRefs.length]),
    ).toEqual([
      [300, 1000],
      [600, 1000],
      [900, 500],
    ]);
    expect(published.flatMap(({ entityRefs }) => entityRefs)).toEqual(
      refs(2500),
    );

    expect(publisher.add(first)).toBe(true);
    await jest.advanceTimersByTimeAsync(300);
    expect(published[3]).toEqual({ atMs: 10_300, entityRefs: [first] });
  });

  it('publishes again what comes back while it is being published', async () => {
    const { publisher, published, answerWith } = setUp();
    answerWith(() => new Promise(resolve => setTimeout(resolve, 1000)));
    publisher.add('component:default/web');
    await jest.advanceTimersByTimeAsync(500);
    publisher.add('component:default/web');
    await jest.advanceTimersByTimeAsync(5000);
    expect(published.map(({ atMs }) => atMs)).toEqual([300, 1600]);
  });

  it('keeps what fails, tries it again ever more seldom, and warns once in a while', async () => {
    const { publisher, published, logger, answerWith } = setUp();
    answerWith(failing);
    refs(2).forEach(ref => publisher.add(ref));
    await jest.advanceTimersByTimeAsync(9 * 60_000);
    const times = published.map(({ atMs }) => atMs);
    expect(times.slice(0, 4)).toEqual([300, 900, 2100, 4500]);
    expect(times.at(-1)! - times.at(-2)!).toBe(60_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('could not be told that 2 entities have changed'),
      expect.objectContaining({ message: 'no connection' }),
    );
    await jest.advanceTimersByTimeAsync(3 * 60_000);
    expect(logger.warn).toHaveBeenCalledTimes(2);

    answerWith(async () => {});
    await jest.advanceTimersByTimeAsync(60_000);
    const attempts = published.length;
    expect(published[attempts - 1].entityRefs).toEqual(refs(2));

    publisher.add('component:default/web');
    await jest.advanceTimersByTimeAsync(300);
    expect(published.slice(attempts)).toEqual([
      expect.objectContaining({ entityRefs: ['component:default/web'] }),
    ]);
  });

  it('takes in no more than 100,000 at a time', async () => {
    const { publisher, published, answerWith } = setUp();
    answerWith(failing);
    const many = refs(100_001);
    expect(many.map(ref => publisher.add(ref)).indexOf(false)).toBe(100_000);
    expect(publisher.add(many[0])).toBe(true);

    answerWith(async () => {});
    await jest.advanceTimersByTimeAsync(60_000);
    expect(published.flatMap(({ entityRefs }) => entityRefs)).toHaveLength(
      100_000,
    );
    expect(publisher.add(many[100_000])).toBe(true);
  });

  it('publishes all at once when it is closed, and takes in nothing more', async () => {
    const { publisher, published } = setUp();
    refs(1500).forEach(ref => publisher.add(ref));
    await publisher.close();
    expect(
      published.map(({ atMs, entityRefs }) => [atMs, entityRefs.length]),
    ).toEqual([
      [0, 1000],
      [0, 500],
    ]);
    expect(publisher.add('component:default/web')).toBe(false);
    await jest.advanceTimersByTimeAsync(1000);
    expect(published).toHaveLength(2);
  });

  it.each([
    { what: 'fails', answer: failing, afterMs: 0 },
    { what: 'hangs', answer: hanging, afterMs: 5000 },
  ])(
    'holds up no shutdown when publishing $what',
    async ({ answer, afterMs }) => {
      const { publisher, published, answerWith } = setUp();
      answerWith(answer);
      publisher.add('component:default/web');
      let closedAt: number | undefined;
      const start = Date.now();
      publisher.close().then(() => {
        closedAt = Date.now() - start;
      });
      await jest.advanceTimersByTimeAsync(10_000);
      expect(closedAt).toBe(afterMs);
      expect(published).toHaveLength(1);
    },
  );

  it('closes at once when nothing waits', async () => {
    const { publisher, published } = setUp();
    await publisher.close();
    expect(published).toEqual([]);
  });
});
