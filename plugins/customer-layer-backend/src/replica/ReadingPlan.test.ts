import { ReadingPlan } from './ReadingPlan';

const SECOND = 1_000;
const MINUTE = 60_000;

const NOTHING = {
  nothingKept: false,
  otherRules: false,
  manyHints: false,
  otherCount: false,
};

const planOf = (
  options: { initialDelay?: number; sinceLastMs?: number } = {},
) =>
  new ReadingPlan({
    schedule: {
      frequency: 10 * MINUTE,
      initialDelay: options.initialDelay ?? 0,
    },
    now: 0,
    sinceLastMs: options.sinceLastMs,
  });

/** A plan after a reading from 0 to so many milliseconds. */
const planAfterReading = (duration: number) => {
  const plan = planOf();
  plan.begin(0);
  plan.succeed(duration);
  return plan;
};

describe('ReadingPlan', () => {
  it.each([
    ['at once where changes may have gone unnoticed', {}, 0],
    ['after the initial delay', { initialDelay: MINUTE }, MINUTE],
    [
      'when the last reading is old enough',
      { sinceLastMs: 4 * MINUTE },
      6 * MINUTE,
    ],
    ['at once when it is just old enough', { sinceLastMs: 10 * MINUTE }, 0],
    [
      'in time when it seems to lie in the future',
      { sinceLastMs: -60 * MINUTE },
      10 * MINUTE,
    ],
  ])('begins %s', (_, options, dueAt) => {
    const plan = planOf(options);
    expect(plan.reasonAt(dueAt - 1, NOTHING)).toBeUndefined();
    expect(plan.reasonAt(dueAt, NOTHING)).toBe('schedule');
  });

  it('counts from the beginning of one reading to that of the next', () => {
    const plan = planAfterReading(3 * MINUTE);
    expect(plan.reasonAt(10 * MINUTE - 1, NOTHING)).toBeUndefined();
    expect(plan.reasonAt(10 * MINUTE, NOTHING)).toBe('schedule');
  });

  it('begins again at once after a failure', () => {
    const plan = planOf();
    plan.begin(0);
    plan.fail(5 * SECOND);
    expect(plan.reasonAt(5 * SECOND, NOTHING)).toBe('schedule');
  });

  it.each([
    ['nothingKept', 'nothing kept'],
    ['otherRules', 'other rules'],
  ])('does not wait with %s', (need, reason) => {
    const plan = planAfterReading(5 * SECOND);
    const needs = { ...NOTHING, [need]: true };
    expect(plan.reasonAt(5 * SECOND, needs)).toBe(reason);
  });

  it.each([
    ['manyHints', 'many hints'],
    ['otherCount', 'other count'],
  ])('gives the catalog time for itself and others with %s', (need, reason) => {
    const needs = { ...NOTHING, [need]: true };
    const short = planAfterReading(5 * SECOND);
    expect(short.reasonAt(31 * SECOND - 1, needs)).toBeUndefined();
    expect(short.reasonAt(31 * SECOND, needs)).toBe(reason);
    const long = planAfterReading(2 * MINUTE);
    expect(long.reasonAt(4 * MINUTE - 1, needs)).toBeUndefined();
    expect(long.reasonAt(4 * MINUTE, needs)).toBe(reason);
  });
});
