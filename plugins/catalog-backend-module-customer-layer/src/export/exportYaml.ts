import { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { assignedTo } from './assignedTo';

/** Prints for each entity which annotations its file lacks, in a document of its own that says no more than that. */
export const exportYaml = (entities: readonly Entity[]): string =>
  entities
    .map(entity => {
      const { name, namespace } = entity.metadata;
      return stringify(
        {
          kind: entity.kind,
          metadata: {
            name,
            ...(namespace && { namespace }),
            annotations: assignedTo(entity),
          },
        },
        { lineWidth: 0 },
      );
    })
    .join('---\n');
