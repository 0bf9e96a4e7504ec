import { formatAge, formatMoney, formatRoundMoney, listAll } from './format';

describe('formatAge', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it.each([
    ['2026-11-22T12:00:00Z', 'now'],
    ['2026-11-22T11:59:18Z', '42 seconds ago'],
    ['2026-11-22T11:59:00Z', '1 minute ago'],
    ['2026-11-22T10:01:00Z', '1 hour ago'],
    ['2026-11-21T12:00:00Z', 'yesterday'],
    ['2026-11-12T12:00:00Z', '10 days ago'],
    ['2026-11-22T12:03:00Z', 'now'],
    ['some day', 'some day'],
  ])('%s is %s', (time, age) => {
    expect(formatAge(time, now, 'en')).toBe(age);
  });
});

describe('formatMoney', () => {
  it.each([
    [{ amount: 1_200_000, currency: 'EUR' }, '€1,200,000'],
    [{ amount: 5, currency: 'money' }, '5 money'],
  ])('%j is %s', (value, text) => {
    expect(formatMoney(value, 'en')).toBe(text);
  });
});

it.each([
  [{ amount: 1_234_567, currency: 'EUR' }, 'en', '1.23 million EUR'],
  [{ amount: 264_000_000, currency: 'EUR' }, 'de', '264 Millionen EUR'],
  [{ amount: 950, currency: 'points' }, 'en', '950 points'],
])('says of %j in %s: %s', (value, language, text) => {
  expect(formatRoundMoney(value, language)).toBe(text);
});

it('lists names as a sentence takes them', () => {
  expect(listAll(['sre'], 'en')).toBe('sre');
  expect(listAll(['sre', 'dba'], 'en')).toBe('sre and dba');
  expect(listAll([], 'en')).toBe('');
});
