import { affected, DB } from '../__testUtils__/answers';
import { noticesOf } from './impactNotices';

const db = affected('', {
  entityRef: DB,
  owners: ['data'],
  operationsTeams: ['sre'],
});
const web = affected('web', { owners: ['shop'], operationsTeams: ['shop'] });
const till = affected('till', { owners: ['shop', '#1'] });
const orphan = affected('orphan');
const secret = affected('', { entityRef: '#2', hidden: true });

it('lists owner by owner who must be told, and of what', () => {
  const { notices, unowned, hidden } = noticesOf({
    failing: [db],
    affected: [web, till, orphan, secret],
    operations: [
      { teamRef: 'sre', title: 'Site reliability', exists: true },
      { teamRef: 'shop', exists: false },
    ],
  });
  expect(notices).toEqual([
    { teamRef: 'shop', exists: false, owns: [web, till], operates: [] },
    { teamRef: 'data', exists: true, owns: [db], operates: [] },
    {
      teamRef: 'sre',
      title: 'Site reliability',
      exists: true,
      owns: [],
      operates: [db],
    },
    { teamRef: '#1', exists: true, owns: [till], operates: [] },
  ]);
  expect(unowned).toEqual([orphan]);
  expect(hidden).toBe(1);
});
