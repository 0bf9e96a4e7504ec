import { EntityFindings } from '@missing-layer/backstage-plugin-customer-layer-common';
import { actsOn, byUrgency, pillarFindings, unmasked } from './findings';
import {
  entityFinding,
  exemption,
  findingsOfShop,
} from '../../__testUtils__/auditAnswers';

it('puts failed errors first and folds away what passes', () => {
  const { open, passed } = byUrgency([
    entityFinding('a', { state: 'pass' }),
    entityFinding('b', { state: 'exempt' }),
    entityFinding('c', { state: 'fail', severity: 'warning' }),
    entityFinding('d', { state: 'unmeasured' }),
    entityFinding('e', { state: 'fail', severity: 'error' }),
  ]);
  expect(open.map(({ ruleId }) => ruleId)).toEqual(['e', 'c', 'd', 'b']);
  expect(passed.map(({ ruleId }) => ruleId)).toEqual(['a']);
});

const everything: EntityFindings = findingsOfShop({
  mayConfirm: ['delivery'],
  may: { run: true, request: true, approve: true },
});

it.each([
  ['customer-involved', 'fail', [], { confirm: 'delivery', request: true }],
  ['customer-involved', 'pass', [], { confirm: 'delivery', request: false }],
  ['team-trained', 'unmeasured', [], { request: true }],
  ['consumable', 'fail', [exemption({ state: 'approved' })], {}],
  ['consumable', 'fail', [exemption({ state: 'rejected' })], { request: true }],
  ['operations-team', 'fail', [exemption({})], { request: true }],
] as const)(
  'offers what fits %s in state %s',
  (ruleId, state, exemptions, offered) => {
    const acts = actsOn(
      { ruleId, state },
      { ...everything, exemptions: [...exemptions] },
    );
    expect(acts.confirm).toBe(
      'confirm' in offered ? offered.confirm : undefined,
    );
    expect(acts.requestExemption).toBe('request' in offered && offered.request);
  },
);

it('offers nothing to those who may do nothing', () => {
  expect(
    actsOn({ ruleId: 'customer-involved', state: 'fail' }, findingsOfShop()),
  ).toEqual({
    confirm: undefined,
    exemption: undefined,
    requestExemption: false,
  });
});

it('puts pillars in order', () => {
  const { pillars, others } = pillarFindings(
    ['team-managed', 'internal-stage', 'team-staffed'].map(id =>
      entityFinding(id),
    ),
  );
  expect(pillars.map(({ pillar }) => pillar)).toEqual(['staffed', 'managed']);
  expect(others).toHaveLength(1);
});

it.each([
  ['#1, declared', 'Somebody, declared'],
  [
    'its owner #12 is not in the catalog',
    'its owner Somebody is not in the catalog',
  ],
  ['https://example.com/#1', 'https://example.com/#1'],
  ['issue#1', 'issue#1'],
])('names nobody who is confidential: %s', (text, shown) => {
  expect(unmasked(text, 'Somebody')).toBe(shown);
});
