import { Entity } from '@backstage/catalog-model';
import { z } from 'zod/v4';
import { CUSTOMER_LAYER_GROUP } from './annotations';
import { readEntityRef } from './entityRef';
import { isFullUrl } from './url';
import { CustomerRole, STAGES, Stage } from './words';

/** The API version of the kind Customer. @public */
export const CUSTOMER_API_VERSION = `${CUSTOMER_LAYER_GROUP}/v1alpha1`;

/**
 * Somebody whom the entities of a catalog serve.
 *
 * @see docs/model.md#the-kind-customer
 * @public
 */
export type CustomerEntityV1alpha1 = Entity & {
  apiVersion: typeof CUSTOMER_API_VERSION;
  kind: 'Customer';
  spec: {
    type: CustomerRole;
    /** Of an internal customer, and only of one. */
    stage?: Stage;
    /** 1 (most critical) to 4. */
    tier?: number;
    /** Ref of whoever keeps the relationship; default kind Group. */
    owner?: string;
    /** Ref of the segment it belongs to; default kind Customer. */
    parent?: string;
    /** Refs of the groups that an internal customer stands for; default kind Group. */
    represents?: string[];
    /** What the customer is worth per year; `currency` is an ISO 4217 code. */
    value?: { amount: number; currency: string };
    /** What was promised; `availability` in percent. */
    sla?: { availability?: number; url?: string };
  };
};

const A_URL = 'must be a full URL that begins with http:// or https://';

const isWebUrl = (text: string) => isFullUrl(text, ['http:', 'https:']);

const A_REF = 'must be an entity ref as in [kind:][namespace/]name';

const ref = z.string(A_REF).refine(
  text =>
    'ref' in
    readEntityRef(text, {
      defaultKind: 'Group',
      defaultNamespace: 'default',
    }),
  A_REF,
);

const common = {
  tier: z
    .int('must be a whole number from 1 (most critical) to 4')
    .min(1, 'must be at least 1 (most critical)')
    .max(4, 'must be at most 4')
    .optional(),
  owner: ref.optional(),
  parent: ref.optional(),
  represents: z.array(ref, 'must be a list of entity refs').optional(),
  value: z
    .object({
      amount: z.number('must be a number').min(0, 'must not be negative'),
      currency: z
        .string('must be a currency code of three capital letters, as in EUR')
        .regex(
          /^[A-Z]{3}$/,
          'must be a currency code of three capital letters, as in EUR',
        ),
    })
    .optional(),
  sla: z
    .object({
      availability: z
        .number('must be a number')
        .min(0, 'must be at least 0 percent')
        .max(100, 'must be at most 100 percent')
        .optional(),
      url: z.string(A_URL).refine(isWebUrl, A_URL).optional(),
    })
    .optional(),
};

const customerSpec = z.discriminatedUnion(
  'type',
  [
    z.looseObject({
      type: z.literal('economic'),
      stage: z
        .never('only an internal customer has a stage: remove it')
        .optional(),
      ...common,
    }),
    z.looseObject({
      type: z.literal('internal'),
      stage: z.enum(
        STAGES,
        `must be ${STAGES.join(' or ')} for an internal customer`,
      ),
      ...common,
    }),
  ],
  'must be economic or internal',
);

const customerEntity = z.looseObject({
  apiVersion: z.literal(
    CUSTOMER_API_VERSION,
    `must be ${CUSTOMER_API_VERSION}`,
  ),
  kind: z.literal('Customer', 'must be Customer'),
  spec: customerSpec,
});

// As input: what the reader passes over, the schema must not forbid.
const TO_JSON_SCHEMA = { io: 'input', unrepresentable: 'any' } as const;

/**
 * The JSON schema of a Customer's `spec`.
 *
 * @public
 */
export const customerSpecJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(customerSpec, TO_JSON_SCHEMA);

/**
 * The JSON schema of a whole Customer.
 *
 * @public
 */
export const customerJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(customerEntity, TO_JSON_SCHEMA);

/** Whether an entity is of kind Customer, valid or not. @public */
export function isCustomerEntity(
  entity: Entity,
): entity is CustomerEntityV1alpha1 {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'customer' &&
    entity.apiVersion.startsWith(`${CUSTOMER_LAYER_GROUP}/`)
  );
}

/** One thing that is wrong with a Customer. @public */
export type CustomerFault = {
  /** Where it is, as in `spec.tier`. */
  path: string;
  /** What is there; undefined when nothing is. */
  value: unknown;
  /** What has to be there instead. */
  remedy: string;
};

/**
 * Everything that is wrong with a Customer; empty when it is valid.
 *
 * @public
 */
export function findCustomerFaults(entity: Entity): CustomerFault[] {
  const { error } = customerEntity.safeParse(entity);
  return (error?.issues ?? []).map(({ path, message }) => {
    let value: unknown = entity;
    for (const step of path) {
      value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    }
    return { path: path.join('.'), value, remedy: message };
  });
}

/**
 * What is wrong with a Customer, each fault in a sentence that quotes the offender; empty when it is valid.
 *
 * @public
 */
export function customerFaults(entity: Entity): string[] {
  return findCustomerFaults(entity).map(({ path, value, remedy }) =>
    value === undefined
      ? `${path} is missing: ${remedy}`
      : `${path} is ${JSON.stringify(value)}: ${remedy}`,
  );
}
