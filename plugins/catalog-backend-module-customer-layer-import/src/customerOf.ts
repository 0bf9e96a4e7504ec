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
import { metadataFaults } from './metadataFaults';
import { entityNameOf, opaqueNameOf } from './names';
import { Row } from './rows';

/** How rows become customers. */
export type CustomerMapping = {
  columns: ColumnsConfig;
  namespace: string;
  opaqueNames?: { key: string };
  /** The location that all of them come from. */
  location: string;
};

const AN_ID =
  'must hold an id with a Latin letter or a digit, since the entity is named by it';

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

/** The object without what is undefined; undefined when nothing is left. */
function defined(object: JsonObject): JsonObject | undefined {
  const rest = omitBy(object, value => value === undefined);
  return Object.keys(rest).length ? (rest as JsonObject) : undefined;
}

function atColumn(fault: CustomerFault, columns: ColumnsConfig): Fault {
  const { path, value, remedy } = fault;
  const field = FIELDS.find(([start]) => path.startsWith(start))?.[1];
  const place = field ? `${placeOf(field, columns[field])}, ${path}` : path;
  return { place, value, remedy };
}

const nameOf = (id: string, { opaqueNames }: CustomerMapping) =>
  opaqueNames ? opaqueNameOf(id, opaqueNames.key) : entityNameOf(id);

/**
 * The id of a row and the name of its entity.
 *
 * @throws FaultyRowError when there is none, so that nobody knows whose row it is.
 */
export function identityOf(
  row: Row,
  mapping: CustomerMapping,
): { id: string; name: string } {
  const config = mapping.columns.name;
  const id = textOf(row, config);
  const name = id === undefined ? '' : nameOf(id, mapping);
  if (id === undefined || name === '') {
    const place = placeOf('name', config);
    throw new FaultyRowError({ place, value: id, remedy: AN_ID });
  }
  return { id, name };
}

function parentOf(row: Row, mapping: CustomerMapping): string | undefined {
  const parent = textOf(row, mapping.columns.parent);
  return parent === undefined || /^customer:/i.test(parent)
    ? parent
    : `customer:${mapping.namespace}/${nameOf(parent, mapping)}`;
}

/**
 * The customer of a row.
 *
 * @throws FaultyRowError that holds everything the catalog would refuse.
 */
export function customerOf(
  row: Row,
  identity: { id: string; name: string },
  mapping: CustomerMapping,
): Entity {
  const { columns, namespace, location } = mapping;
  const texts = (configs: Record<string, ColumnConfig> | undefined) =>
    defined(mapValues(configs ?? {}, config => textOf(row, config))) as
      | Record<string, string>
      | undefined;
  const amount = numberOf(row, columns.valueAmount);
  const links = Object.entries(texts(columns.links) ?? {});
  const entity = {
    apiVersion: CUSTOMER_API_VERSION,
    kind: 'Customer',
    metadata: defined({
      name: identity.name,
      namespace,
      title: textOf(row, columns.title) ?? identity.id,
      description: textOf(row, columns.description),
      annotations: {
        ...texts(columns.annotations),
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
      labels: texts(columns.labels),
      tags: listOf(row, columns.tags),
      links: links.length
        ? links.map(([title, url]) => ({ title, url }))
        : undefined,
    }),
    spec: defined({
      type: cellOf(row, columns.type),
      stage: cellOf(row, columns.stage),
      tier: numberOf(row, columns.tier),
      owner: textOf(row, columns.owner),
      parent: parentOf(row, mapping),
      represents: listOf(row, columns.represents),
      // A currency without an amount is but the default of the column.
      value:
        amount === undefined
          ? undefined
          : defined({ amount, currency: cellOf(row, columns.valueCurrency) }),
      sla: defined({
        availability: numberOf(row, columns.slaAvailability),
        url: textOf(row, columns.slaUrl),
      }),
    }),
  } as Entity;
  const faults = [
    ...findCustomerFaults(entity).map(fault => atColumn(fault, columns)),
    ...metadataFaults(entity, columns),
  ];
  if (faults.length) {
    throw new FaultyRowError(...faults);
  }
  return withDigest(entity);
}
