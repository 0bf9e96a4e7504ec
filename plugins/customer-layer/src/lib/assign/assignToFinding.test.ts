import { assignmentForFindings, isAssignable } from './assignToFinding';

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
  });
});

it('gives a stage to the internal customers, and not to what serves them', () => {
  expect(
    assignmentForFindings([
      finding('internal-stage', SHOP, [SHOP, 'group:default/finance']),
      finding('internal-stage', TILL, [TILL, 'customer:default/staff']),
    ]),
  ).toEqual({ entityRefs: ['group:default/finance'], keys: ['stage'] });
});

it.each([
  ['a rule that assigning does not help', finding('critical-chain', SHOP)],
  ['what passes', { ...finding('consumable', SHOP), state: 'pass' as const }],
  ['what one may not read', finding('consumable', '#1')],
])('has nothing to assign for %s', (_, one) => {
  expect(isAssignable(one)).toBe(false);
});
