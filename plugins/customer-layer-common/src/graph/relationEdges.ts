import { DECLARATION_NAMES } from './GraphIndex';

/** The lists of edges that a graph is made from. */
export const EDGES = [
  'containers',
  'dependents',
  'apiConsumers',
  'providedApis',
  'owners',
  'members',
  'children',
  'managers',
  ...DECLARATION_NAMES,
] as const;

/** One of {@link EDGES}. */
export type EdgeName = (typeof EDGES)[number];

/** Each relation, read from either end, is an edge in one direction. */
export const EDGE_OF_RELATION: ReadonlyMap<
  string,
  [EdgeName, 'as is' | 'reversed']
> = new Map(
  Object.entries({
    partOf: ['containers', 'as is'],
    hasPart: ['containers', 'reversed'],
    dependencyOf: ['dependents', 'as is'],
    dependsOn: ['dependents', 'reversed'],
    apiConsumedBy: ['apiConsumers', 'as is'],
    consumesApi: ['apiConsumers', 'reversed'],
    providesApi: ['providedApis', 'as is'],
    apiProvidedBy: ['providedApis', 'reversed'],
    ownedBy: ['owners', 'as is'],
    ownerOf: ['owners', 'reversed'],
    hasMember: ['members', 'as is'],
    memberOf: ['members', 'reversed'],
    parentOf: ['children', 'as is'],
    childOf: ['children', 'reversed'],
    hasEconomicCustomer: ['economic', 'as is'],
    economicCustomerOf: ['economic', 'reversed'],
    hasInternalCustomer: ['internal', 'as is'],
    internalCustomerOf: ['internal', 'reversed'],
    operatedBy: ['operations', 'as is'],
    operatorOf: ['operations', 'reversed'],
  }),
);
