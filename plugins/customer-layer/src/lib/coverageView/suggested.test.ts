import { suggestionOf } from '../../__testUtils__/coverageAnswers';
import { assignmentsOf } from './suggested';

it('assigns several customers as one list, and the likeliest team alone', () => {
  const team = (name: string, value: string) =>
    suggestionOf(name, value, { key: 'operationsTeam', value });
  expect(
    assignmentsOf([
      suggestionOf('web', 'guests'),
      suggestionOf('api', 'guests'),
      team('web', 'group:default/sre'),
      suggestionOf('web', 'partners'),
      team('web', 'group:default/web'),
    ]),
  ).toEqual([
    {
      entityRef: 'component:default/web',
      declarations: {
        economicCustomers: 'customer:default/guests, customer:default/partners',
        operationsTeam: 'group:default/sre',
      },
    },
    {
      entityRef: 'component:default/api',
      declarations: { economicCustomers: 'customer:default/guests' },
    },
  ]);
});
