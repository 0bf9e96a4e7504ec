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
});
