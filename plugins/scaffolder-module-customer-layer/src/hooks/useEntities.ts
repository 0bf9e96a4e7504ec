import { EntityFilterQuery } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { OPTION_FIELDS } from '../lib/options';

/** What is known of some entities of the catalog. */
export type Entities =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'loaded'; entities: readonly Entity[] };

/**
 * Reads all entities that a filter finds, as far as the user may read them.
 *
 * @param filter - the same object at each call, unless something else is to be read
 */
export function useEntities(filter: EntityFilterQuery): Entities {
  const catalogApi = useApi(catalogApiRef);
  const [entities, setEntities] = useState<Entities>({ state: 'loading' });
  useEffect(() => {
    let wanted = true;
    const show = (next: Entities) => wanted && setEntities(next);
    async function read() {
      const found: Entity[] = [];
      for await (const page of catalogApi.streamEntities({
        filter,
        fields: OPTION_FIELDS,
      })) {
        if (!wanted) {
          return;
        }
        found.push(...page);
      }
      show({ state: 'loaded', entities: found });
    }
    setEntities({ state: 'loading' });
    read().catch(error =>
      show({ state: 'failed', message: toError(error).message }),
    );
    return () => {
      wanted = false;
    };
  }, [catalogApi, filter]);
  return entities;
}
