import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  Entity,
  FieldFormatEntityPolicy,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  CUSTOMER_API_VERSION,
  customerFaults,
  NewCustomer,
  PORTAL_CUSTOMERS_LOCATION,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { pickBy } from 'lodash';

const fieldFormat = new FieldFormatEntityPolicy();

const isGiven = (value: unknown) => value !== undefined && value !== '';

/** The entity of a customer that is created in the portal. */
export function customerOf(customer: NewCustomer): Entity {
  const { name, namespace = DEFAULT_NAMESPACE, title, description } = customer;
  const { type, stage, tier, owner, represents } = customer;
  return {
    apiVersion: CUSTOMER_API_VERSION,
    kind: 'Customer',
    metadata: {
      name,
      namespace,
      ...pickBy({ title, description }, isGiven),
      annotations: {
        [ANNOTATION_LOCATION]: PORTAL_CUSTOMERS_LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: PORTAL_CUSTOMERS_LOCATION,
      },
    },
    spec: { type, ...pickBy({ stage, tier, owner, represents }, isGiven) },
  };
}

/** All that the catalog would refuse of a customer, with the remedies. */
export async function faultsOf(entity: Entity): Promise<string[]> {
  const faults = customerFaults(entity);
  try {
    await fieldFormat.enforce(entity);
  } catch (error) {
    faults.push(toError(error).message);
  }
  if (JSON.stringify(entity).includes('\\u0000')) {
    faults.push('A text has a character that is no text. Write it anew');
  }
  return faults;
}
