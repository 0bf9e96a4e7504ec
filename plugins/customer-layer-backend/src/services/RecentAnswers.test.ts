import { graphOf } from '../__testUtils__/graphOf';
import { RecentAnswers } from './RecentAnswers';

describe('RecentAnswers', () => {
  const graph = graphOf([]);
  const another = graphOf([]);
  let time = 0;
  let computed = 0;
  const taking =
    (milliseconds: number, entries = 0) =>
    () => {
      time += milliseconds;
      return { number: ++computed, list: new Array<string>(entries) };
    };
  const asked = (
    question: string,
    milliseconds: number,
    { entries = 0, isNeededAgain = false } = {},
  ) => ({
    question,
    compute: taking(milliseconds, entries),
    isNeededAgain: () => isNeededAgain,
  });

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(performance, 'now').mockImplementation(() => time);
    computed = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('keeps what took long, for a while', () => {
    const recent = new RecentAnswers();
    const get = () => recent.get(graph, asked('who?', 20)).number;
    expect([get(), get()]).toEqual([1, 1]);
    expect(recent.get(graph, asked('what?', 20)).number).toBe(2);
    jest.advanceTimersByTime(4_999);
    expect(get()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(get()).toBe(3);
    // The time of an answer that is gone doesn't end that of the next.
    jest.advanceTimersByTime(4_999);
    expect(get()).toBe(3);
  });

  it('keeps what took little only where it is needed again, and nothing of another graph', () => {
    const recent = new RecentAnswers();
    const quick = (isNeededAgain: boolean) =>
      recent.get(graph, asked('quick', 19, { isNeededAgain })).number;
    expect([false, true, true, false].map(quick)).toEqual([1, 2, 2, 2]);
    expect(recent.get(another, asked('quick', 0)).number).toBe(3);
    expect(quick(false)).toBe(4);
  });

  it('keeps 250,000 entries at most, of the last answers, but always the very last', () => {
    const recent = new RecentAnswers();
    const ask = (question: string) =>
      recent.get(graph, asked(question, 20, { entries: 100_000 })).number;
    expect(['a', 'b', 'c'].map(ask)).toEqual([1, 2, 3]);
    expect(['c', 'b', 'a'].map(ask)).toEqual([3, 2, 4]);

    const huge = () =>
      recent.get(graph, asked('huge', 20, { entries: 250_001 })).number;
    expect([huge(), huge()]).toEqual([5, 5]);
    expect(ask('a')).toBe(6);
    expect(huge()).toBe(7);
  });

  describe('in steps', () => {
    const breaks: Array<() => void> = [];
    const takeBreak = () => new Promise<void>(go => breaks.push(go));
    // Each who waits takes the step that comes next.
    const letGo = async () => {
      breaks.splice(0).forEach(go => go());
      await jest.advanceTimersByTimeAsync(0);
    };
    const steps = (milliseconds: number) =>
      function* compute() {
        const step = taking(milliseconds);
        step();
        yield undefined;
        step();
        yield undefined;
        return step();
      };
    const question = 'who?';
    const isNeededAgain = () => false;
    const ask = (recent: RecentAnswers, begin = steps(7)) =>
      recent.inSteps(graph, { question, begin, takeBreak, isNeededAgain });

    beforeEach(() => breaks.splice(0));

    it('computes once what several ask, and goes on without one who has given up', async () => {
      const recent = new RecentAnswers();
      const givingUp = recent.inSteps(graph, {
        question,
        begin: steps(7),
        takeBreak: () => Promise.reject(new Error('gone')),
        isNeededAgain,
      });
      await expect(givingUp).rejects.toThrow('gone');
      const others = Promise.all([ask(recent), ask(recent)]);
      await letGo();
      expect(await others).toMatchObject([{ number: 3 }, { number: 3 }]);
      // It took long, and is kept for a while.
      expect(await ask(recent)).toMatchObject({ number: 3 });
      jest.advanceTimersByTime(5_000);
      const later = ask(recent, steps(1));
      await letGo();
      await letGo();
      await letGo();
      expect(await later).toMatchObject({ number: 6 });
      const anew = ask(recent, steps(1));
      await letGo();
      await letGo();
      await letGo();
      expect(await anew).toMatchObject({ number: 9 });
    });

    it('tells all who wait that it failed, and begins anew for the next', async () => {
      const recent = new RecentAnswers();
      function* failing(): ReturnType<ReturnType<typeof steps>> {
        yield undefined;
        throw new Error('broken');
      }
      const failed = Promise.allSettled([
        ask(recent, failing),
        ask(recent, failing),
      ]);
      await letGo();
      expect(await failed).toMatchObject([
        { reason: { message: 'broken' } },
        { reason: { message: 'broken' } },
      ]);
      const next = ask(recent);
      await letGo();
      await letGo();
      await letGo();
      expect(await next).toMatchObject({ number: 3 });
    });
  });
});
