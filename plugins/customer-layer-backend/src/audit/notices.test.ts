import {
  AUDIT_RULES,
  FindingState,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { noticesOf } from './notices';

const SRE = 'group:default/sre';

const finding = (
  ruleId: string,
  entityRef: string,
  given: Partial<ListedFinding> = {},
): ListedFinding => ({
  ruleId,
  entityRef,
  state: 'fail',
  severity: 'warning',
  weight: 1,
  message: 'It serves the secret customer',
  evidence: [{ text: 'customer:default/secret' }],
  kind: 'component',
  ownerRefs: [SRE],
  ...given,
});

const notices = (
  changes: Parameters<typeof noticesOf>[0],
  isExempt = (_: ListedFinding) => false,
) => noticesOf(changes, { isExempt, rules: AUDIT_RULES });

const now = finding('consumable', 'component:default/web');

it.each<[FindingState | 'absent', FindingState | 'absent', boolean]>([
  ['pass', 'fail', true],
  ['unmeasured', 'fail', true],
  ['skipped', 'fail', true],
  ['absent', 'fail', true],
  ['fail', 'fail', false],
  ['fail', 'pass', false],
  ['fail', 'absent', false],
  ['pass', 'unmeasured', false],
])('from %s to %s: %s', (from, to, isTold) => {
  const at = (state: FindingState | 'absent') =>
    state === 'absent' ? undefined : { ...now, state };
  expect(notices([{ from: at(from), to: at(to) }]).size).toBe(isTold ? 1 : 0);
});

it('tells nobody of what somebody approved of, and nobody of what has no owner', () => {
  expect(notices([{ to: now }], () => true).size).toBe(0);
  expect(notices([{ to: { ...now, ownerRefs: [] } }]).size).toBe(0);
});

it('tells each owner of all that is theirs at once, naming five of them and no more than refs', () => {
  const told = notices([
    ...['a', 'b', 'c', 'd'].map(name => ({
      to: finding('consumable', `component:default/${name}`),
    })),
    {
      to: finding('economic-customer', 'component:default/shop', {
        title: 'The shop',
        severity: 'error',
        ownerRefs: [SRE, 'group:default/dba'],
      }),
    },
    { to: finding('operations-team', 'component:default/e') },
    { to: finding('operations-team', 'component:default/f') },
    ...['g', 'h'].map(name => ({
      to: finding('customer-involved', `component:default/${name}`),
    })),
  ]);
  expect([...told.keys()]).toEqual([SRE, 'group:default/dba']);
  expect(told.get(SRE)).toEqual({
    title: '9 findings got worse',
    description: [
      '“Has an economic customer” fails for The shop.',
      '“Has an operations team” fails for component:default/e and component:default/f.',
      '“Can be consumed” fails for component:default/a, component:default/b, and 2 more.',
      '“Confirmed by the customer side” fails for 2 others.',
    ].join('\n'),
    link: '/customer-audit?view=findings&filters%5Bowner%5D=group%3Adefault%2Fsre',
    severity: 'high',
    topic: 'customer-layer-audit',
    scope: 'customer-layer-audit:group:default/sre',
  });
  expect(told.get('group:default/dba')).toMatchObject({
    title: '1 finding got worse',
    severity: 'high',
  });
});
