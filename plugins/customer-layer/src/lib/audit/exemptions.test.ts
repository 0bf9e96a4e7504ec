import { exemption } from '../../__testUtils__/auditAnswers';
import { decisionsOn } from './exemptions';

const NOTHING = { run: false, request: false, approve: false };
const REQUEST = { ...NOTHING, request: true };
const APPROVE = { ...NOTHING, approve: true };

it.each([
  ['requested', APPROVE, 'user:default/b', ['approve', 'reject', 'withdraw']],
  ['approved', APPROVE, 'user:default/b', ['withdraw']],
  ['requested', REQUEST, 'user:default/amara', ['withdraw']],
  ['approved', REQUEST, 'user:default/amara', ['withdraw']],
  ['requested', REQUEST, 'user:default/b', []],
  ['requested', NOTHING, 'user:default/amara', []],
  ['requested', REQUEST, undefined, []],
  ['rejected', APPROVE, 'user:default/amara', []],
  ['expired', APPROVE, 'user:default/amara', []],
] as const)('offers what fits %s, %o', (state, may, user, decisions) => {
  expect(decisionsOn(exemption({ state }), may, user)).toEqual(decisions);
});
