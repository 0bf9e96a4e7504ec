import { affected, customer, DB, impactOfDb } from '../__testUtils__/answers';
import { impactNodes } from './impactPaths';

const API = 'component:default/api';
const WEB = 'component:default/web';
const SALES = 'system:default/sales';

it('places everything by the last step of the shortest way to it', () => {
  const nodes = impactNodes(
    impactOfDb({
      affected: [
        affected('api', { title: 'API' }),
        affected('web', { distance: 2, path: [DB, API, WEB] }),
      ],
      customers: [
        customer('shoppers', { tier: 1, path: [DB, API, WEB, SALES] }),
        customer('shoppers', { role: 'internal', path: [DB] }),
        customer('', { customerRef: '#1', hidden: true, path: [DB, '#2'] }),
      ],
    }),
  );
  expect(nodes).toEqual([
    { entityRef: DB, title: 'Orders database', kind: 'failing', level: 0 },
    { entityRef: API, title: 'API', kind: 'affected', level: 1, parent: DB },
    { entityRef: WEB, kind: 'affected', level: 2, parent: API },
    {
      entityRef: 'customer:default/shoppers',
      kind: 'customer',
      tier: 1,
      level: 4,
      parent: SALES,
    },
    { entityRef: '#1', kind: 'customer', level: 2, parent: '#2' },
    { entityRef: SALES, kind: 'between', level: 3, parent: WEB },
    { entityRef: '#2', kind: 'between', level: 1, parent: DB },
  ]);
});

it('never goes round in a circle, whatever the paths are', () => {
  const nodes = impactNodes(
    impactOfDb({
      affected: [
        affected('a', { path: [DB, SALES, 'component:default/a'] }),
        affected('b', {
          path: [DB, 'component:default/a', SALES, 'component:default/b'],
        }),
      ],
    }),
  );
  const levels = new Map(nodes.map(node => [node.entityRef, node.level]));
  for (const { parent, level } of nodes) {
    expect(parent === undefined || levels.get(parent)! < level).toBe(true);
  }
});
