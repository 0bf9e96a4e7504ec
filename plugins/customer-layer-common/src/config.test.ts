import { ConfigReader } from '@backstage/config';
import { DEFAULT_DERIVATION_RULES, readCustomerLayerConfig } from './config';
import { layerOfType } from './model/layers';

const read = (customerLayer?: unknown) =>
  readCustomerLayerConfig(
    new ConfigReader(
      customerLayer === undefined ? {} : ({ customerLayer } as {}),
    ),
  );

it('has defaults', () => {
  expect(read()).toEqual({ strict: false, rules: DEFAULT_DERIVATION_RULES });
});

it('reads every switch, kinds and types in any case', () => {
  const { strict, rules } = read({
    strict: true,
    deliverableKinds: ['Component', 'Template'],
    operations: { assumeOwner: false },
    consumers: { teamsAreInternalCustomers: false },
    layers: { types: { Resource: { Mainframe: 'servers', '*': 'data' } } },
  });
  expect(strict).toBe(true);
  expect(rules).toMatchObject({
    deliverableKinds: ['component', 'template'],
    assumeOwner: false,
    teamsAreInternalCustomers: false,
  });
  expect(layerOfType(rules.layerTypes, 'resource', 'mainframe')).toBe(
    'servers',
  );
  expect(layerOfType(rules.layerTypes, 'resource', 'other')).toBe('data');
  expect(layerOfType(rules.layerTypes, 'resource', 'bucket')).toBe('storage');
});

it.each([
  [{ strict: 'perhaps' }, /customerLayer\.strict: must be true or false/],
  [{ stict: true }, /customerLayer: .*"stict"/],
  ['none', /customerLayer: /],
  [{ deliverableKinds: [] }, /customerLayer\.deliverableKinds/],
  [
    { operations: { assumeOwners: true } },
    /customerLayer\.operations: .*assumeOwners/,
  ],
  [
    { layers: { types: { Resource: { vm: 'cellar' } } } },
    /customerLayer\.layers\.types\.Resource\.vm: must be one of customer, operations/,
  ],
])('refuses %j with its path', (config, message) => {
  expect(() => read(config)).toThrow(message);
});
