import { ColumnsConfig, placeOf } from './columns';
import { textOf } from './cells';
import { FaultyRowError } from './faults';
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

/** Whose row it is: the id of the source, and the name of the entity. */
export type Identity = { id: string; name: string };

const AN_ID =
  'must hold an id with a Latin letter or a digit, since the entity is named by it';

const nameOf = (id: string, { opaqueNames }: CustomerMapping) =>
  opaqueNames ? opaqueNameOf(id, opaqueNames.key) : entityNameOf(id);

/**
 * Whose row it is.
 *
 * @throws FaultyRowError when nobody knows.
 */
export function identityOf(row: Row, mapping: CustomerMapping): Identity {
  const config = mapping.columns.name;
  const id = textOf(row, config);
  const name = id === undefined ? '' : nameOf(id, mapping);
  if (id === undefined || name === '') {
    const place = placeOf('name', config);
    throw new FaultyRowError({ place, value: id, remedy: AN_ID });
  }
  return { id, name };
}

/** The ref of the parent: what begins with "customer:" is one, anything else is the id of another row. */
export function parentOf(
  row: Row,
  mapping: CustomerMapping,
): string | undefined {
  const parent = textOf(row, mapping.columns.parent);
  return parent === undefined || /^customer:/i.test(parent)
    ? parent
    : `customer:${mapping.namespace}/${nameOf(parent, mapping)}`;
}
