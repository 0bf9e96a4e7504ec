import { AuditSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  failuresBySeverity,
  formatShare,
  shownCounts,
  worstFirst,
} from './summary';

it.each([
  [1, '100%'],
  [0.999, '99%'],
  [0.57, '57%'],
  [0.29, '29%'],
  [0, '0%'],
])('prints %d as %s', (share, text) => {
  expect(formatShare(share, 'en')).toBe(text);
});

it('counts failures by severity', () => {
  const rule = (severity: string, fail?: number) =>
    ({ severity, counts: { fail, pass: 5 } } as AuditSummary['rules'][number]);
  expect(
    failuresBySeverity([rule('error', 2), rule('warning'), rule('error', 3)]),
  ).toEqual({ error: 5, warning: 0 });
});

it('divides what is shown, the worst first', () => {
  expect(
    shownCounts({ counts: { pass: 6, skipped: 90, fail: 2, exempt: 2 } }),
  ).toEqual([
    { state: 'fail', count: 2, share: 0.2 },
    { state: 'exempt', count: 2, share: 0.2 },
    { state: 'pass', count: 6, share: 0.6 },
  ]);
});

it('puts the worst first, and what has no score last', () => {
  const none = { counts: {} };
  const few = { counts: { fail: 1 }, score: 0 };
  const many = { counts: { fail: 3 }, score: 0 };
  const good = { counts: { pass: 1 }, score: 1 };
  expect(worstFirst([none, good, few, many])).toEqual([many, few, good, none]);
});
