import { DEFAULT_LAYER_TYPES, layerOfType, responsibleFor } from './layers';

it.each([
  ['Component', 'service', 'application'],
  ['Component', undefined, 'application'],
  ['Resource', 'Database', 'data'],
  ['Resource', 'kubernetes-cluster', 'runtime'],
  ['Resource', 's3-bucket', 'storage'],
  ['Resource', 'unheard-of', 'unclassified'],
  ['Domain', undefined, 'unclassified'],
  ['Resource', 'constructor', 'unclassified'],
  ['__proto__', 'toString', 'unclassified'],
])('a %s of type %s is in %s', (kind, type, layer) => {
  expect(layerOfType(DEFAULT_LAYER_TYPES, kind, type)).toBe(layer);
});

it.each([
  ['facilities', 'on-premises', 'us'],
  ['operating-system', 'iaas', 'us'],
  ['virtualization', 'iaas', 'provider'],
  ['data', 'paas', 'us'],
  ['runtime', 'paas', 'provider'],
  ['application', 'saas', 'provider'],
  ['operations', 'saas', 'us'],
  ['unclassified', 'saas', 'us'],
  ['servers', undefined, 'us'],
] as const)('for %s under %s, it is %s', (layer, model, who) => {
  expect(responsibleFor(layer, model)).toBe(who);
});
