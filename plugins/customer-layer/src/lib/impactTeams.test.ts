import { affected, DB } from '../__testUtils__/answers';
import { teamsToCall } from './impactTeams';

const entry = (teamRef: string, hidden?: true) => ({
  teamRef,
  exists: true,
  ...(hidden && { hidden }),
});

it('has those called first who operate what fails, then those who operate most', () => {
  const teams = teamsToCall({
    failing: [affected('', { entityRef: DB, operationsTeams: ['dba'] })],
    affected: [
      affected('web', { operationsTeams: ['web', '#1', '#2'] }),
      affected('till', { operationsTeams: ['sre', '#1'] }),
      affected('shop', { operationsTeams: ['sre', '#1'] }),
    ],
    operations: [
      entry('dba'),
      entry('sre'),
      entry('web'),
      entry('#1', true),
      entry('#2', true),
    ],
  });
  expect(teams.map(team => [team.teamRef, team.first, team.affected])).toEqual([
    ['dba', true, 0],
    ['sre', false, 2],
    ['web', false, 1],
    ['#1', false, 3],
    ['#2', false, 1],
  ]);
});
