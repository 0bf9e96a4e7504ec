import {
  assessReadiness,
  pillarsNotPassed,
  ReadinessEvidence,
} from './readiness';

const now = new Date('2026-06-30T12:00:00Z');

const ready: ReadinessEvidence = {
  members: 3,
  onCall: 'https://oncall.example.com',
  trainedOn: '2025-06-30',
  runbooks: ['https://runbooks.example.com'],
  dashboards: ['https://dashboards.example.com'],
  manager: { ref: 'user:default/grace', exists: true },
  reviewedOn: '2026-01-01',
};

it.each<
  [string, Partial<ReadinessEvidence>, [string, string, string, string], RegExp]
>([
  [
    'at the limits',
    {},
    ['pass', 'pass', 'pass', 'pass'],
    /trained on 2025-06-30, not more than 365 days ago/,
  ],
  [
    'one short',
    { members: 2 },
    ['fail', 'pass', 'pass', 'pass'],
    /2 members; at least 3/,
  ],
  [
    'untrained for long',
    { trainedOn: '2025-06-29' },
    ['pass', 'fail', 'pass', 'pass'],
    /trained on 2025-06-29, more than 365 days ago/,
  ],
  [
    'to be trained',
    { trainedOn: '2026-07-01' },
    ['pass', 'fail', 'pass', 'pass'],
    /2026-07-01, which is yet to come/,
  ],
  [
    'never trained',
    { trainedOn: undefined },
    ['pass', 'unmeasured', 'pass', 'pass'],
    /no date of a training/,
  ],
  [
    'half equipped',
    { onCall: undefined, runbooks: [] },
    ['pass', 'pass', 'fail', 'pass'],
    /missing: on-call, runbooks/,
  ],
  [
    'known by something else',
    {
      by: {
        onCall: 'pagerduty.com/service-id',
        trainedOn: 'training-register',
        reviewedOn: 'confirmation',
      },
    },
    ['pass', 'pass', 'pass', 'pass'],
    /trained on 2025-06-30 by training-register, not.*on-call by pagerduty.com\/service-id, runbooks and dashboards".*reviewed on 2026-01-01 by confirmation, not/,
  ],
  [
    'no manager',
    { manager: undefined },
    ['pass', 'pass', 'pass', 'fail'],
    /no manager/,
  ],
  [
    'a manager who left',
    { manager: { ref: 'user:default/ghost', exists: false } },
    ['pass', 'pass', 'pass', 'fail'],
    /user:default\/ghost is not in the catalog/,
  ],
  [
    'never reviewed',
    { reviewedOn: undefined },
    ['pass', 'pass', 'pass', 'fail'],
    /never reviewed/,
  ],
  [
    'reviewed too long ago',
    { reviewedOn: '2025-12-31' },
    ['pass', 'pass', 'pass', 'fail'],
    /reviewed on 2025-12-31, more than 180 days ago/,
  ],
])('%s', (_, evidence, states, text) => {
  const readiness = assessReadiness({ ...ready, ...evidence }, now);
  const { staffed, trained, equipped, managed } = readiness;
  expect([staffed, trained, equipped, managed].map(p => p.state)).toEqual(
    states,
  );
  expect(JSON.stringify(readiness)).toMatch(text);
  expect(pillarsNotPassed(readiness)).toBe(
    states.filter(state => state !== 'pass').length,
  );
});

it('takes other thresholds', () => {
  const readiness = assessReadiness(ready, now, {
    minimumMembers: 4,
    trainedWithinDays: 364,
    reviewedWithinDays: 179,
  });
  expect(pillarsNotPassed(readiness)).toBe(3);
});
