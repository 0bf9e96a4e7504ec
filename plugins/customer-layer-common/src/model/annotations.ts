import {
  INHERITANCES,
  OPERATING_MODELS,
  OPERATIONS_KINDS,
  STAGES,
} from './words';
import { STACK_LAYERS } from './layers';

/**
 * The prefix of every annotation of this suite, and the API group of the kind Customer.
 *
 * @public
 */
export const CUSTOMER_LAYER_GROUP = 'customer-layer.io';

/**
 * The annotation that says which declarations of an entity somebody assigned, and who: as in
 * `economic-customers=rule:retail; operations-team=portal`. Only the processor writes it; in a file it means nothing.
 *
 * @see docs/assign.md
 * @public
 */
export const ASSIGNED_ANNOTATION = `${CUSTOMER_LAYER_GROUP}/assigned`;

/**
 * How the text of an annotation is read.
 *
 * @remarks
 *
 * - `refs`: entity refs separated by commas or line breaks, or the single word `none`
 * - `ref`: one entity ref
 * - `choice`: one of `values`
 * - `url`: an absolute URL with one of `protocols`; `urls`: a list of them
 * - `date`: an ISO 8601 calendar date, as in `2026-04-30`
 * - `text`: anything that isn't blank
 *
 * @public
 */
export type AnnotationFormat =
  | {
      type: 'refs' | 'ref';
      defaultKind: string;
      /** In lower case, the default kind first. */
      allowedKinds: readonly string[];
    }
  | { type: 'choice'; values: readonly string[] }
  | { type: 'url' | 'urls'; protocols: readonly string[] }
  | { type: 'date' }
  | { type: 'text' };

/** One row of {@link ANNOTATIONS}. @public */
export type AnnotationDefinition = {
  /** The key under `metadata.annotations`. */
  name: string;
  title: string;
  description: string;
  /** `delivery`: on entities of a deliverable kind. `team`: on a Group. */
  on: 'delivery' | 'team';
  format: AnnotationFormat;
  /** A value as one would write it. */
  example: string;
};

const WEB = ['http:', 'https:'] as const;

const refs = (...allowedKinds: [string, ...string[]]) =>
  ({
    type: 'refs',
    defaultKind: allowedKinds[0],
    allowedKinds: allowedKinds.map(kind => kind.toLocaleLowerCase('en-US')),
  } as const);

const choice = <T extends string>(values: readonly T[]) =>
  ({ type: 'choice', values } as const);

const define = <F extends AnnotationFormat>(
  name: string,
  on: AnnotationDefinition['on'],
  format: F,
  title: string,
  description: string,
  example: string,
) => ({
  name: `${CUSTOMER_LAYER_GROUP}/${name}`,
  title,
  description,
  on,
  format,
  example,
});

/**
 * Every annotation of the customer layer: the one place that spells them.
 *
 * @see docs/annotations.md
 * @public
 */
export const ANNOTATIONS = {
  economicCustomers: define(
    'economic-customers',
    'delivery',
    refs('Customer'),
    'Economic customers',
    'Who pays for what the entity delivers. The word none says that nobody does, which is different from not saying.',
    'retail-shoppers, customer:default/merchants',
  ),
  internalCustomers: define(
    'internal-customers',
    'delivery',
    refs('Group', 'Customer', 'User'),
    'Internal customers',
    'Who inside the organization the entity serves, front-stage or back-stage; or none.',
    'finance, customer:default/store-staff',
  ),
  operationsTeam: define(
    'operations-team',
    'delivery',
    refs('Group', 'User'),
    'Operations team',
    'Who keeps the entity running; or none. Where nothing says so, the owner is assumed.',
    'platform-sre',
  ),
  inheritance: define(
    'inheritance',
    'delivery',
    choice(INHERITANCES),
    'Inheritance',
    'What the entity takes over from the System, Domain or component it is part of: fallback (the default) what it does not declare itself, append that too, none nothing.',
    'append',
  ),
  layer: define(
    'layer',
    'delivery',
    choice(STACK_LAYERS),
    'Layer',
    'Where the entity sits in the stack. Without it, kind and type decide.',
    'data',
  ),
  operatingModel: define(
    'operating-model',
    'delivery',
    choice(OPERATING_MODELS),
    'Operating model',
    'From which layer down a provider is responsible.',
    'paas',
  ),
  provider: define(
    'provider',
    'delivery',
    { type: 'text' },
    'Provider',
    "Who runs what we don't: free text or an entity ref.",
    'Example Cloud',
  ),
  entryPoint: define(
    'entry-point',
    'delivery',
    { type: 'url', protocols: WEB },
    'Entry point',
    'Where the customer consumes the service.',
    'https://shop.example.com',
  ),
  support: define(
    'support',
    'delivery',
    { type: 'url', protocols: [...WEB, 'mailto:'] },
    'Support',
    'Where the customer gets help.',
    'mailto:help@example.com',
  ),
  slo: define(
    'slo',
    'delivery',
    { type: 'url', protocols: WEB },
    'Service level objective',
    'Where the promise made to the customer is measured.',
    'https://slo.example.com/shop',
  ),
  value: define(
    'value',
    'delivery',
    { type: 'text' },
    'Value',
    'One sentence: what the customer gets out of it.',
    'Orders a week of groceries in five minutes.',
  ),
  confirmedOn: define(
    'confirmed-on',
    'delivery',
    { type: 'date' },
    'Confirmed on',
    'When the customer side last confirmed the delivery.',
    '2026-04-30',
  ),
  stage: define(
    'stage',
    'team',
    choice(STAGES),
    'Stage',
    'Where the group stands when it is an internal customer: front-stage (marketing, sales, support) or back-stage (finance, legal, HR).',
    'front-stage',
  ),
  operations: define(
    'operations',
    'team',
    choice(OPERATIONS_KINDS),
    'Operations',
    'What the group operates: the technical side, the business side, or both.',
    'technical',
  ),
  onCall: define(
    'on-call',
    'team',
    { type: 'url', protocols: WEB },
    'On-call',
    'How to reach whoever is on call.',
    'https://oncall.example.com/sre',
  ),
  trainedOn: define(
    'trained-on',
    'team',
    { type: 'date' },
    'Trained on',
    'When the team last trained.',
    '2026-03-12',
  ),
  runbooks: define(
    'runbooks',
    'team',
    { type: 'urls', protocols: WEB },
    'Runbooks',
    'Where the runbooks are.',
    'https://runbooks.example.com/sre',
  ),
  dashboards: define(
    'dashboards',
    'team',
    { type: 'urls', protocols: WEB },
    'Dashboards',
    'Where the dashboards are.',
    'https://dashboards.example.com/sre, https://dashboards.example.com/db',
  ),
  manager: define(
    'manager',
    'team',
    { type: 'ref', defaultKind: 'User', allowedKinds: ['user'] } as const,
    'Manager',
    'Who manages the team.',
    'user:default/grace',
  ),
  reviewedOn: define(
    'reviewed-on',
    'team',
    { type: 'date' },
    'Reviewed on',
    'When the team was last reviewed with its manager.',
    '2026-05-20',
  ),
} as const satisfies Record<string, AnnotationDefinition>;

/** The key of a declaration in {@link Declarations}. @public */
export type DeclarationKey = keyof typeof ANNOTATIONS;

/** Every key of {@link ANNOTATIONS}, in the order of the table. @public */
export const DECLARATION_KEYS = Object.keys(
  ANNOTATIONS,
) as readonly DeclarationKey[];
