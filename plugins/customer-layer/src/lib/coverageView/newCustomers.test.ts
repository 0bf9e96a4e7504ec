import { customersOf, nameOfTitle } from './newCustomers';

it.each([
  ['Retail shoppers', 'retail-shoppers'],
  ['  Käufer & Gäste (Süd) ', 'kaufer-gaste-sud'],
  ['Straße', 'strasse'],
  ['顧客', ''],
  ['x'.repeat(70), 'x'.repeat(63)],
  [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
])('names %j %j', (title, name) => {
  expect(nameOfTitle(title)).toBe(name);
});

it('creates what has a title, each under a name of its own, and a stage for internal ones only', () => {
  expect(
    customersOf([
      { title: 'Guests', type: 'economic', stage: 'front-stage', tier: 1 },
      { title: ' ', type: 'economic', stage: 'front-stage' },
      {
        title: 'guests!',
        type: 'internal',
        stage: 'back-stage',
        owner: 'group:default/sales',
      },
      { title: '顧客', type: 'economic', stage: 'front-stage' },
      { title: '会社', type: 'economic', stage: 'front-stage' },
    ]),
  ).toEqual([
    { name: 'guests', title: 'Guests', type: 'economic', tier: 1 },
    {
      name: 'guests-2',
      title: 'guests!',
      type: 'internal',
      stage: 'back-stage',
      owner: 'group:default/sales',
    },
    { name: 'customer', title: '顧客', type: 'economic' },
    { name: 'customer-2', title: '会社', type: 'economic' },
  ]);
});
