import { exemption } from '../../__testUtils__/auditAnswers';
import { decisionsOn } from './exemptions';

const NOTHING = { run: false, request: false, approve: false };
const REQUEST = { ...NOTHING, request: true };
const APPROVE = { ...NOTHING, approve: true };

it.each([
  ['requested', APPROVE, 'user:default/b', ['approve', 'reject', 'withdraw']],
  ['approved', APPROVE, 'user:default/b', ['withdraw']],
  ['requested', APPROVE, 'user:default/amara', ['withdraw']],
  ['requested', REQUEST, 'user:default/amara', ['withdraw']],
  ['approved', REQUEST, 'user:default/amara', ['withdraw']],
  ['requested', REQUEST, 'user:default/b', []],
  ['requested', NOTHING, 'user:default/amara', []],
  ['requested', REQUEST, undefined, []],
  ['rejected', APPROVE, 'user:default/amara', []],
  ['expired', APPROVE, 'user:default/amara', []],
] as const)('offers what fits %s, %o', (state, may, user, decisions) => {
  expect(
    decisionsOn(exemption({ state }), { may, fourEyes: true }, user),
  ).toEqual(decisions);
});

it('offers to approve one’s own where two need not look at it', () => {
  expect(
    decisionsOn(
      exemption({ state: 'requested' }),
      { may: APPROVE, fourEyes: false },
      'user:default/amara',
    ),
  ).toEqual(['approve', 'reject', 'withdraw']);
});
