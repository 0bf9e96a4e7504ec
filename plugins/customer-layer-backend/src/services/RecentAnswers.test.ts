import { graphOf } from '../__testUtils__/graphOf';
import { RecentAnswers } from './RecentAnswers';

describe('RecentAnswers', () => {
  const graph = graphOf([]);
  const another = graphOf([]);
  let time = 0;
  let computed = 0;
  const taking = (milliseconds: number) => () => {
    time += milliseconds;
    return { number: ++computed };
  };

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
    const get = () => recent.get(graph, 'who?', taking(20));
    expect([get(), get()]).toEqual([{ number: 1 }, { number: 1 }]);
    expect(recent.get(graph, 'what?', taking(20))).toEqual({ number: 2 });
    jest.advanceTimersByTime(4_999);
    expect(get()).toEqual({ number: 1 });
    jest.advanceTimersByTime(1);
    expect(get()).toEqual({ number: 3 });
    // The time of an answer that is gone doesn't end that of the next.
    jest.advanceTimersByTime(4_999);
    expect(get()).toEqual({ number: 3 });
  });

  it('keeps neither what took little, nor much, nor what was of another graph', () => {
    const recent = new RecentAnswers();
    const quick = () => recent.get(graph, 'quick', taking(19));
    expect([quick(), quick()]).toEqual([{ number: 1 }, { number: 2 }]);

    const questions = ['a', 'b', 'c', 'd', 'e'];
    const ask = (question: string) => recent.get(graph, question, taking(20));
    expect(questions.map(ask).map(({ number }) => number)).toEqual([
      3, 4, 5, 6, 7,
    ]);
    expect(
      ['e', 'd', 'c', 'b', 'a'].map(ask).map(({ number }) => number),
    ).toEqual([7, 6, 5, 4, 8]);

    expect(recent.get(another, 'e', taking(20))).toEqual({ number: 9 });
    expect(ask('e')).toEqual({ number: 10 });
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
    const ask = (recent: RecentAnswers, begin = steps(7)) =>
      recent.inSteps(graph, 'who?', { begin, takeBreak });

    beforeEach(() => breaks.splice(0));

    it('computes once what several ask, and goes on without one who has given up', async () => {
      const recent = new RecentAnswers();
      const givingUp = recent.inSteps(graph, 'who?', {
        begin: steps(7),
        takeBreak: () => Promise.reject(new Error('gone')),
      });
      await expect(givingUp).rejects.toThrow('gone');
      const others = Promise.all([ask(recent), ask(recent)]);
      await letGo();
      expect(await others).toEqual([{ number: 3 }, { number: 3 }]);
      // It took long, and is kept for a while.
      expect(await ask(recent)).toEqual({ number: 3 });
      jest.advanceTimersByTime(5_000);
      const later = ask(recent, steps(1));
      await letGo();
      await letGo();
      await letGo();
      expect(await later).toEqual({ number: 6 });
      const anew = ask(recent, steps(1));
      await letGo();
      await letGo();
      await letGo();
      expect(await anew).toEqual({ number: 9 });
    });

    it('tells all who wait that it failed, and begins anew for the next', async () => {
      const recent = new RecentAnswers();
      function* failing(): Generator<undefined, { number: number }> {
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
      expect(await next).toEqual({ number: 3 });
    });
  });
});
