import { parse } from 'qs';
import {
  auditSearch,
  Filters,
  isUnfiltered,
  readFilters,
  writeFilters,
} from './filters';

const DEFAULTS: Filters = { rule: [], state: ['fail'], severity: [], kind: [] };

const ALL: Filters = {
  rule: ['operations-team', 'consumable'],
  state: ['fail', 'exempt'],
  severity: ['error'],
  kind: ['api'],
  owner: 'group:default/web',
  system: 'none',
  text: 'a b&c',
};

it('shows failures where the address says nothing', () => {
  expect(readFilters(undefined)).toEqual(DEFAULTS);
  expect(writeFilters(DEFAULTS)).toEqual({});
  expect(isUnfiltered(DEFAULTS)).toBe(true);
  expect(isUnfiltered(ALL)).toBe(false);
});

it.each([
  ['all', ALL],
  ['any state', { ...DEFAULTS, state: [] }],
  ['the default', DEFAULTS],
  [
    'more rules than an address lists as such',
    { ...DEFAULTS, rule: Array.from({ length: 40 }, (_, n) => `rule-${n}`) },
  ],
])('reads %s back from the address that it wrote', (_, filters) => {
  const { view, filters: params } = parse(auditSearch('findings', filters), {
    ignoreQueryPrefix: true,
  });
  expect(view).toBe('findings');
  expect(readFilters(params)).toEqual(filters);
});

it('leaves out what makes no sense', () => {
  expect(
    readFilters({
      state: ['fail', 'bad'],
      severity: 'worst',
      owner: { a: 'group:default/web' },
      text: null,
      more: 'yes',
    }),
  ).toEqual({ ...DEFAULTS, owner: 'group:default/web' });
  expect(readFilters('?')).toEqual(DEFAULTS);
});
