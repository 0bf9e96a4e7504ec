import { deliveryToEnterprise, supplied, team } from '../__testUtils__/answers';
import { deliveryView } from './delivery';

it('divides a delivery, with the weakest team first', () => {
  const view = deliveryView(
    deliveryToEnterprise({
      customers: ['customer:default/enterprise', 'customer:default/merchants'],
      chain: [supplied('shop', { distance: 0 }), supplied('db')],
      operations: [team('a'), team('weak'), team('z')],
      weakestTeam: 'group:default/weak',
    }),
  );
  expect(view.segments).toEqual(['customer:default/merchants']);
  expect(view.serves.map(({ entityRef }) => entityRef)).toEqual([
    'resource:default/shop',
  ]);
  expect(view.restsOn.map(({ entityRef }) => entityRef)).toEqual([
    'resource:default/db',
  ]);
  expect(view.teams.map(({ teamRef }) => teamRef)).toEqual([
    'group:default/weak',
    'group:default/a',
    'group:default/z',
  ]);
});
