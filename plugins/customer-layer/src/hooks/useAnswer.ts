import { useEffect, useState } from 'react';
import { Failure, failureOf } from '../lib/failure';

/** What a question to the customer layer has come to. */
export type Answer<T> =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retry: () => void }
  | { status: 'ready'; value: T };

/**
 * Asks, and asks again whenever `ask` is another function.
 *
 * @param ask - a callback that keeps its identity for as long as the question stays the same; the signal it is given
 * aborts when nobody waits for the answer any more
 * @param version - where it changes, the same is asked again; until that is answered, the last answer stays
 */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  version: number | string = 0,
): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<{
    ask: typeof ask;
    answer: Answer<T>;
  }>();

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const retry = () => {
      setSettled(undefined);
      setAttempt(attempt + 1);
    };
    ask(signal).then(
      value => {
        if (!signal.aborted) {
          setSettled({ ask, answer: { status: 'ready', value } });
        }
      },
      error => {
        if (!signal.aborted) {
          const failure = failureOf(error);
          setSettled(known =>
            known?.ask === ask && known.answer.status === 'ready'
              ? known
              : { ask, answer: { status: 'failed', failure, retry } },
          );
        }
      },
    );
    return () => controller.abort();
  }, [ask, attempt, version]);

  // What an earlier question came to is no answer to this one.
  return settled?.ask === ask ? settled.answer : { status: 'loading' };
}
