import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  CUSTOMER_API_VERSION,
  CustomerFault,
  findCustomerFaults,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { mapValues, omitBy } from 'lodash';
import { cellOf, listOf, numberOf, textOf } from './cells';
import { ColumnConfig, ColumnsConfig, placeOf } from './columns';
import { withDigest } from './digest';
import { Fault, FaultyRowError } from './faults';
import { CustomerMapping, Identity, parentOf } from './identityOf';
import { metadataFaults } from './metadataFaults';
import { Row } from './rows';

const FIELDS = [
  ['spec.type', 'type'],
  ['spec.stage', 'stage'],
  ['spec.tier', 'tier'],
  ['spec.owner', 'owner'],
  ['spec.parent', 'parent'],
  ['spec.represents', 'represents'],
  ['spec.value.amount', 'valueAmount'],
  ['spec.value.currency', 'valueCurrency'],
  ['spec.sla.availability', 'slaAvailability'],
  ['spec.sla.url', 'slaUrl'],
] as const;

function atColumn(fault: CustomerFault, columns: ColumnsConfig): Fault {
  const { path, value, remedy } = fault;
  const field = FIELDS.find(([start]) => path.startsWith(start))?.[1];
  const place = field ? `${placeOf(field, columns[field])}, ${path}` : path;
  return { place, value, remedy };
}

const withoutUndefined = (object: JsonObject) =>
  omitBy(object, value => value === undefined) as JsonObject;

/** Undefined for an object without anything in it. */
const unlessEmpty = <T extends object>(object: T) =>
  Object.keys(object).length ? object : undefined;

function metadataOf(row: Row, identity: Identity, mapping: CustomerMapping) {
  const { columns, namespace, location } = mapping;
  const texts = (configs: Record<string, ColumnConfig> = {}) =>
    withoutUndefined(mapValues(configs, config => textOf(row, config)));
  const links = Object.entries(texts(columns.links));
  return withoutUndefined({
    name: identity.name,
    namespace,
    title: textOf(row, columns.title) ?? identity.id,
    description: textOf(row, columns.description),
    annotations: {
      ...texts(columns.annotations),
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
    },
    labels: unlessEmpty(texts(columns.labels)),
    tags: listOf(row, columns.tags),
    links: unlessEmpty(links.map(([title, url]) => ({ title, url }))),
  });
}

function specOf(row: Row, mapping: CustomerMapping) {
  const { columns } = mapping;
  const amount = numberOf(row, columns.valueAmount);
  // A currency without an amount is but the default of its column.
  const currency =
    amount === undefined ? undefined : cellOf(row, columns.valueCurrency);
  const availability = numberOf(row, columns.slaAvailability);
  const url = textOf(row, columns.slaUrl);
  return withoutUndefined({
    type: cellOf(row, columns.type),
    stage: cellOf(row, columns.stage),
    tier: numberOf(row, columns.tier),
    owner: textOf(row, columns.owner),
    parent: parentOf(row, mapping),
    represents: listOf(row, columns.represents),
    value: unlessEmpty(withoutUndefined({ amount, currency })),
    sla: unlessEmpty(withoutUndefined({ availability, url })),
  });
}

/**
 * The customer of a row.
 *
 * @throws FaultyRowError with everything that the catalog would refuse, or the first cell that can't be read.
 */
export function customerOf(
  row: Row,
  identity: Identity,
  mapping: CustomerMapping,
): Entity {
  const entity = {
    apiVersion: CUSTOMER_API_VERSION,
    kind: 'Customer',
    metadata: metadataOf(row, identity, mapping),
    spec: specOf(row, mapping),
  } as Entity;
  const { columns } = mapping;
  const faults = [
    ...findCustomerFaults(entity).map(fault => atColumn(fault, columns)),
    ...metadataFaults(entity, columns),
  ];
  if (faults.length) {
    throw new FaultyRowError(...faults);
  }
  return withDigest(entity);
}
