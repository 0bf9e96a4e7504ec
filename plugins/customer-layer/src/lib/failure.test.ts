import { responseError } from '../__testUtils__/answers';
import { failureOf } from './failure';

describe('failureOf', () => {
  it.each([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'unknown'],
    [503, 'building'],
    [500, 'broken'],
  ])('status %i: %s', async (status, reason) => {
    const error = await responseError(status, 'no');
    expect(failureOf(error)).toEqual({ reason, error });
  });

  it('takes anything else to be broken', () => {
    expect(failureOf(new TypeError('Failed to fetch')).reason).toBe('broken');
  });
});
