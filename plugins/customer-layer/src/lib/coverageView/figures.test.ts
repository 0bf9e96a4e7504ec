import { countsOf } from '../../__testUtils__/coverageAnswers';
import { coveredBy, isUnbegun, partsOf } from './figures';

const counts = countsOf(10, {
  anyCustomer: 4,
  economic: { declared: 1, inherited: 2, derived: 0, part: 1 },
  internal: { declared: 1, consumer: 6 },
  operations: { declared: 1, inherited: 1, assumed: 8 },
  nobody: { economic: 2 },
});

it('counts what somebody said and what follows from it, and no guess', () => {
  expect(coveredBy(counts, 'economic')).toBe(4);
  expect(coveredBy(counts, 'internal')).toBe(1);
  expect(coveredBy(counts, 'operations')).toBe(2);
});

it('tells all entities apart by where they have it from', () => {
  expect(partsOf(counts, 'economic')).toEqual([
    { source: 'declared', count: 1, share: 0.1 },
    { source: 'inherited', count: 2, share: 0.2 },
    { source: 'part', count: 1, share: 0.1 },
    { source: 'nobody', count: 2, share: 0.2 },
    { source: 'none', count: 4, share: 0.4 },
  ]);
  expect(partsOf(counts, 'operations').map(({ source }) => source)).toEqual([
    'declared',
    'inherited',
    'assumed',
  ]);
  expect(partsOf(countsOf(0), 'internal')).toEqual([]);
});

it.each([
  [{ ...countsOf(0), customers: 0 }, false],
  [{ ...counts, customers: 0 }, true],
  [{ ...countsOf(10), customers: 3 }, true],
  [{ ...counts, customers: 3 }, false],
])('knows where nothing was begun: %#', (given, expected) => {
  expect(isUnbegun(given)).toBe(expected);
});
