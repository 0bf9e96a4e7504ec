import { READINESS } from '../__testUtils__/answers';
import { summarizeReadiness } from './readiness';

it('puts the pillars in order and counts those passed', () => {
  const { passed, total, pillars } = summarizeReadiness(READINESS);
  expect([passed, total]).toEqual([2, 4]);
  expect(pillars.map(({ pillar, state }) => [pillar, state])).toEqual([
    ['staffed', 'pass'],
    ['trained', 'unmeasured'],
    ['equipped', 'fail'],
    ['managed', 'pass'],
  ]);
});
