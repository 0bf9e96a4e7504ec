/** In what role a customer is served. @public */
export type CustomerRole = 'economic' | 'internal';

/** Where an internal customer stands: with the customers of the business, or behind them. @public */
export type Stage = 'front-stage' | 'back-stage';

/** What an operations team runs. @public */
export type OperationsKind = 'technical' | 'business' | 'both';

/** Which declarations of its containers an entity takes over. @public */
export type Inheritance = 'fallback' | 'append' | 'none';

/** From which layer down a provider is responsible. @public */
export type OperatingModel = 'on-premises' | 'iaas' | 'paas' | 'saas';

/** Every {@link CustomerRole}, in the order in which we list customers. @public */
export const CUSTOMER_ROLES = [
  'economic',
  'internal',
] as const satisfies readonly CustomerRole[];

/** Every {@link Stage}. @public */
export const STAGES = [
  'front-stage',
  'back-stage',
] as const satisfies readonly Stage[];

/** Every {@link OperationsKind}. @public */
export const OPERATIONS_KINDS: readonly OperationsKind[] = [
  'technical',
  'business',
  'both',
];

/** Every {@link Inheritance}; the first is the default. @public */
export const INHERITANCES: readonly Inheritance[] = [
  'fallback',
  'append',
  'none',
];

/** Every {@link OperatingModel}. @public */
export const OPERATING_MODELS = [
  'on-premises',
  'iaas',
  'paas',
  'saas',
] as const satisfies readonly OperatingModel[];
