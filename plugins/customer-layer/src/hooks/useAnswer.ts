import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Failure, failureOf } from '../lib/failure';

/** What a question to the customer layer has come to. */
export type Answer<T> =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retry: () => void }
  | { status: 'ready'; value: T };

/**
 * Asks, and asks again whenever one of `dependencies` changes.
 *
 * @param ask - called with what it closes over of `dependencies`
 */
export function useAnswer<T>(
  ask: () => Promise<T>,
  dependencies: readonly unknown[],
): Answer<T> {
  const { loading, error, value, retry } = useAsyncRetry(ask, [
    ...dependencies,
  ]);
  if (loading) {
    return { status: 'loading' };
  }
  if (error) {
    return { status: 'failed', failure: failureOf(error), retry };
  }
  return value === undefined
    ? { status: 'loading' }
    : { status: 'ready', value };
}
