import {
  countsOf,
  coverageOf,
  sampleOf,
} from '../../__testUtils__/coverageAnswers';
import { courseChange, courseOf, courseTimeFormat, withNow } from './course';

const points = courseOf([
  sampleOf('2026-11-20T06:00:00Z', countsOf(8)),
  sampleOf(
    '2026-11-20T06:01:00Z',
    countsOf(8, {
      anyCustomer: 7,
      economic: { declared: 1, derived: 5 },
      internal: { consumer: 8 },
      operations: { inherited: 2 },
    }),
  ),
]);

it('turns samples into shares', () => {
  expect(points).toEqual([
    expect.objectContaining({ any: 0, economic: 0, entities: 8 }),
    {
      time: Date.parse('2026-11-20T06:01:00Z'),
      entities: 8,
      any: 0.875,
      economic: 0.75,
      internal: 0,
      operations: 0.25,
    },
  ]);
  expect(courseChange(points)).toEqual({
    since: Date.parse('2026-11-20T06:00:00Z'),
    from: 0,
    to: 0.875,
    points: 87,
  });
  expect(courseChange(points.slice(1))).toBeUndefined();
});

it('prints the hour of what was within two days, and the year of what took longer', () => {
  expect(courseTimeFormat(points, 'en')(points[0].time)).toMatch(/Nov 20.*:00/);
  const years = [{ time: 0 }, { time: Date.parse('2026-11-20T12:00:00Z') }];
  expect(courseTimeFormat(years, 'en')(years[1].time)).toBe('Nov 20, 2026');
});

it('ends with how it is now, unless a sample says so already', () => {
  const before = sampleOf('2026-11-20T05:00:00Z', countsOf(8));
  expect(withNow([before], coverageOf())).toEqual([
    before,
    expect.objectContaining({ at: '2026-11-20T06:00:00Z', anyCustomer: 120 }),
  ]);
  const since = sampleOf('2026-11-20T06:00:01Z', countsOf(8));
  expect(withNow([since], coverageOf())).toEqual([since]);
});
