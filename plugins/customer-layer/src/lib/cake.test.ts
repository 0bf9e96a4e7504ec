import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { layersOfShop, SHOP, supplied, team } from '../__testUtils__/answers';
import { cakeOf, rowsOf } from './cake';

const WEB = 'group:default/web';

const cake = (overrides: Partial<EntityLayers>) =>
  cakeOf(layersOfShop(overrides), [WEB]);

it('puts an entity and what it rests on into their layers, and says who keeps each', () => {
  const { bands, empty } = cake({
    operations: [team('sre')],
    supply: [
      supplied('far', { distance: 3, owners: ['group:default/data'] }),
      supplied('db', {
        owners: ['group:default/data'],
        operationsTeams: ['group:default/dba'],
        operatingModel: 'saas',
        provider: 'Example Cloud',
      }),
    ],
  });
  expect(bands).toMatchObject([
    {
      layer: 'application',
      entries: [{ entityRef: SHOP }],
      owners: [WEB],
      operators: ['group:default/sre'],
      responsible: 'us',
      providers: [],
    },
    {
      layer: 'data',
      entries: [
        { entityRef: 'resource:default/db' },
        { entityRef: 'resource:default/far' },
      ],
      owners: ['group:default/data'],
      operators: ['group:default/dba'],
      responsible: 'shared',
      providers: ['Example Cloud'],
      operatingModels: ['saas'],
    },
  ]);
  expect(empty).toEqual([
    'runtime',
    'operating-system',
    'virtualization',
    'servers',
    'storage',
    'network',
    'facilities',
  ]);
});

it.each<[string, Partial<EntityLayers>, string | undefined]>([
  ['nowhere, where nothing is said', {}, undefined],
  ['by its own operating model', { operatingModel: 'paas' }, 'runtime'],
  [
    'beneath what is ours all the same',
    {
      operatingModel: 'paas',
      supply: [supplied('disk', { layer: 'storage' })],
    },
    'network',
  ],
  [
    'by that of all that is there',
    {
      supply: [
        supplied('vm', { layer: 'virtualization', operatingModel: 'iaas' }),
        supplied('db', { operatingModel: 'iaas' }),
      ],
    },
    'virtualization',
  ],
])('draws the line of the provider %s', (_, overrides, from) => {
  const drawn = cake(overrides);
  expect(drawn.providerFrom).toBe(from);
  const rows = rowsOf(drawn, { empty: true });
  const line = rows.findIndex(({ kind }) => kind === 'line');
  const below = line < 0 ? undefined : rows[line + 1];
  expect(below).toEqual(
    from ? { ...below, layer: from, provided: true } : undefined,
  );
  const layers = rows.filter(row => row.kind === 'layer');
  expect(layers).toHaveLength(9);
  expect(layers[0]).toMatchObject({ layer: 'application', provided: false });
});

it('leaves out the layers in which nothing is known', () => {
  expect(
    rowsOf(cake({ supply: [supplied('db')] }), { empty: false }),
  ).toMatchObject([{ layer: 'application' }, { layer: 'data' }]);
});
