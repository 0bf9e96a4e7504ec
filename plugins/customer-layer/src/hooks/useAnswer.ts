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
 */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<{
    ask: typeof ask;
    answer: Answer<T>;
  }>();

  useEffect(() => {
    const controller = new AbortController();
    const settle = (answer: Answer<T>) => {
      if (!controller.signal.aborted) {
        setSettled({ ask, answer });
      }
    };
    const retry = () => {
      setSettled(undefined);
      setAttempt(attempt + 1);
    };
    ask(controller.signal).then(
      value => settle({ status: 'ready', value }),
      error => settle({ status: 'failed', failure: failureOf(error), retry }),
    );
    return () => controller.abort();
  }, [ask, attempt]);

  // What an earlier question came to is no answer to this one.
  return settled?.ask === ask ? settled.answer : { status: 'loading' };
}
