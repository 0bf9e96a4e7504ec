import { assignmentForFindings, isAssignable } from './assignToFinding';
import { assignmentItems } from './assignmentItems';

const finding = (
  ruleId: string,
  entityRef: string,
  path?: string[],
): Parameters<typeof isAssignable>[0] => ({
  ruleId,
  entityRef,
  state: 'fail',
  evidence: path ? [{ text: 'found', path }] : [],
});

const SHOP = 'component:default/shop';
const TILL = 'component:default/till';

it('asks for what the rules are about, once for each entity', () => {
  expect(
    assignmentForFindings([
      finding('economic-customer', SHOP),
      finding('serves-someone', SHOP),
      finding('consumable', TILL),
      finding('known-references', 'api:default/orders'),
    ]),
  ).toEqual({
    entityRefs: [SHOP, TILL],
    keys: ['economicCustomers', 'internalCustomers', 'entryPoint', 'support'],
    meantFor: new Map([
      ['economicCustomers', new Set([SHOP])],
      ['internalCustomers', new Set([SHOP])],
      ['entryPoint', new Set([TILL])],
      ['support', new Set([TILL])],
    ]),
  });
});

it('confirms nothing that the findings do not ask about', () => {
  const { entityRefs, meantFor } = assignmentForFindings([
    finding('customer-involved', SHOP),
    finding('operations-team', SHOP),
    finding('operations-team', TILL),
  ]);
  const confirmedOn = '2026-11-20';
  expect(assignmentItems(entityRefs, { confirmedOn }, meantFor)).toEqual([
    { entityRef: SHOP, declarations: { confirmedOn } },
  ]);
  expect(
    assignmentItems(
      entityRefs,
      { confirmedOn, operationsTeam: 'sre' },
      meantFor,
    ),
  ).toEqual([
    { entityRef: SHOP, declarations: { operationsTeam: 'sre', confirmedOn } },
    { entityRef: TILL, declarations: { operationsTeam: 'sre' } },
  ]);
});

it('gives a stage to the internal customers, and not to what serves them', () => {
  expect(
    assignmentForFindings([
      finding('internal-stage', SHOP, [SHOP, 'group:default/finance']),
      finding('internal-stage', TILL, [TILL, 'customer:default/staff']),
    ]),
  ).toEqual({
    entityRefs: ['group:default/finance'],
    keys: ['stage'],
    meantFor: new Map([['stage', new Set(['group:default/finance'])]]),
  });
});

it.each([
  ['a rule that assigning does not help', finding('critical-chain', SHOP)],
  ['what passes', { ...finding('consumable', SHOP), state: 'pass' as const }],
  ['what one may not read', finding('consumable', '#1')],
])('has nothing to assign for %s', (_, one) => {
  expect(isAssignable(one)).toBe(false);
});
