import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What to write for a declaration; the example of the annotation where nothing better is known. */
export type SnippetValues = Partial<Record<DeclarationKey, string>>;

const example = (key: DeclarationKey) => ANNOTATIONS[key].example.split(',')[0];

/** Names worth suggesting for the declarations that an entity lacks. */
export const SUGGESTED: SnippetValues = {
  economicCustomers: example('economicCustomers'),
  internalCustomers: 'group:default/customer-support',
  operationsTeam: example('operationsTeam'),
};

/**
 * The lines of `catalog-info.yaml` that declare something on an entity.
 *
 * @param entity - on which to declare; only its name is used
 */
export function annotationSnippet(
  entity: { metadata: Pick<Entity['metadata'], 'name' | 'namespace'> },
  values: SnippetValues,
): string {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  return [
    'metadata:',
    `  name: ${name}`,
    ...(namespace === DEFAULT_NAMESPACE ? [] : [`  namespace: ${namespace}`]),
    '  annotations:',
    ...(Object.entries(values) as Array<[DeclarationKey, string]>).map(
      ([key, value]) => `    ${ANNOTATIONS[key].name}: ${value}`,
    ),
  ].join('\n');
}
