import { ResponseError, toError } from '@backstage/errors';

/**
 * Why there is no answer.
 *
 * @remarks
 *
 * - `unknown`: the customer layer doesn't know the entity, or not yet
 * - `building`: the graph is being built for the first time
 * - `forbidden`: the user may not ask, or isn't signed in
 * - `broken`: anything else
 */
export type Failure = {
  reason: 'unknown' | 'building' | 'forbidden' | 'broken';
  error: Error;
};

const REASONS: Record<number, Failure['reason'] | undefined> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'unknown',
  503: 'building',
};

/** Tells from an error why there is no answer. */
export function failureOf(error: Error): Failure {
  const status = error instanceof ResponseError ? error.statusCode : undefined;
  return { reason: (status && REASONS[status]) || 'broken', error };
}

/** What went wrong, in the words of the server where it said something. */
export function messageOf(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.cause.message;
  }
  return toError(error).message;
}
