import { OperatingModel } from './words';

/**
 * The layers of the stack that entities sit in, top to bottom.
 *
 * @remarks
 *
 * Above them stand the two that this suite adds: the customer and the operations team.
 *
 * @see docs/model.md#layers
 * @public
 */
export const STACK_LAYERS = [
  'application',
  'data',
  'runtime',
  'operating-system',
  'virtualization',
  'servers',
  'storage',
  'network',
  'facilities',
] as const;

/** A layer that an entity can be assigned to. @public */
export type StackLayer = (typeof STACK_LAYERS)[number];

/** Where an entity sits; `unclassified` when nothing says so. @public */
export type LayerId = StackLayer | 'customer' | 'operations' | 'unclassified';

/** Every layer, top to bottom, those of this suite included. @public */
export const LAYERS: readonly LayerId[] = [
  'customer',
  'operations',
  ...STACK_LAYERS,
  'unclassified',
];

/**
 * Which layer a kind and `spec.type` stand for; both in lower case, `*` for any type.
 *
 * @public
 */
export type LayerTypes = Readonly<
  Record<string, Readonly<Record<string, LayerId>>>
>;

/** The map that ships; configuration adds to it. @public */
export const DEFAULT_LAYER_TYPES: LayerTypes = {
  component: { '*': 'application' },
  api: { '*': 'application' },
  system: { '*': 'application' },
  group: { '*': 'operations' },
  user: { '*': 'operations' },
  customer: { '*': 'customer' },
  resource: {
    database: 'data',
    'database-schema': 'data',
    'data-store': 'data',
    'data-warehouse': 'data',
    cache: 'data',
    queue: 'data',
    topic: 'data',
    'message-broker': 'data',
    'search-index': 'data',
    'kubernetes-cluster': 'runtime',
    cluster: 'runtime',
    runtime: 'runtime',
    function: 'runtime',
    'operating-system': 'operating-system',
    'machine-image': 'operating-system',
    hypervisor: 'virtualization',
    'virtual-machine': 'virtualization',
    vm: 'virtualization',
    server: 'servers',
    host: 'servers',
    bucket: 'storage',
    's3-bucket': 'storage',
    'object-storage': 'storage',
    storage: 'storage',
    volume: 'storage',
    network: 'network',
    'load-balancer': 'network',
    cdn: 'network',
    dns: 'network',
    vpc: 'network',
    'data-center': 'facilities',
    datacenter: 'facilities',
    facility: 'facilities',
  },
};

/**
 * Where an entity sits when its annotation doesn't say.
 *
 * @param types - the map in force, see {@link DEFAULT_LAYER_TYPES}
 * @public
 */
export function layerOfType(
  types: LayerTypes,
  kind: string,
  specType: string | undefined,
): LayerId {
  // Not by index alone: a type may be called "constructor".
  const own = <T>(map: Readonly<Record<string, T>>, key: string) =>
    Object.hasOwn(map, key) ? map[key] : undefined;
  const ofKind = own(types, kind.toLocaleLowerCase('en-US')) ?? {};
  return (
    (specType && own(ofKind, specType.toLocaleLowerCase('en-US'))) ||
    own(ofKind, '*') ||
    'unclassified'
  );
}

const FIRST_OF_PROVIDER: Record<OperatingModel, StackLayer | undefined> = {
  'on-premises': undefined,
  iaas: 'virtualization',
  paas: 'runtime',
  saas: 'application',
};

/**
 * Who is responsible for a layer under an operating model: us, or the provider from a certain layer down.
 *
 * @public
 */
export function responsibleFor(
  layer: LayerId,
  operatingModel: OperatingModel | undefined,
): 'us' | 'provider' {
  const first = operatingModel && FIRST_OF_PROVIDER[operatingModel];
  const stack: readonly string[] = STACK_LAYERS;
  return first && stack.indexOf(layer) >= stack.indexOf(first)
    ? 'provider'
    : 'us';
}
