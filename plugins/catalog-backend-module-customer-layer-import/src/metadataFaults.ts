import { Entity, makeValidator } from '@backstage/catalog-model';
import { ColumnsConfig, placeOf } from './columns';
import { Fault } from './faults';

const { isValidLabelValue, isValidTag } = makeValidator();

const A_TAG =
  'must be of a-z, 0-9, + and #, with hyphens between, at most 63 characters';
const A_LABEL =
  'must be of letters, digits, hyphens, underscores and dots, at most 63 characters';
const A_LINK =
  'must be a full URL, as in https://crm.example.com/customers/4821';

/** What the catalog would refuse of a customer's metadata without knowing the row that it comes from. */
export function metadataFaults(
  { metadata }: Entity,
  columns: ColumnsConfig,
): Fault[] {
  const { tags = [], labels = {}, links = [] } = metadata;
  return [
    ...tags
      .filter(tag => !isValidTag(tag))
      .map(value => ({
        place: placeOf('tags', columns.tags),
        value,
        remedy: A_TAG,
      })),
    ...Object.entries(labels)
      .filter(([, label]) => !isValidLabelValue(label))
      .map(([key, value]) => ({
        place: placeOf(`labels.${key}`, columns.labels?.[key]),
        value,
        remedy: A_LABEL,
      })),
    ...links
      .filter(({ url }) => !URL.canParse(url))
      .map(({ title, url }) => ({
        place: placeOf(`links.${title}`, columns.links?.[title!]),
        value: url,
        remedy: A_LINK,
      })),
  ];
}
