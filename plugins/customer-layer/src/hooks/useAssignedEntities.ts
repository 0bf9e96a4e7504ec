import {
  CATALOG_FILTER_EXISTS,
  QueryEntitiesInitialRequest,
} from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ASSIGNED_ANNOTATION } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { AssignedEntity, assignedEntityOf } from '../lib/assign/assignedEntity';
import { usePages } from './usePages';
import { MOST_SELECTED } from './useSelection';

const PAGE_SIZE = 50;
const ASSIGNED = `metadata.annotations.${ASSIGNED_ANNOTATION}`;

/** A page of entities to which something is assigned. */
export type AssignedPage = {
  items: AssignedEntity[];
  totalItems: number;
  nextCursor?: string;
};

const questionOf = (text: string): QueryEntitiesInitialRequest => ({
  filter: { [ASSIGNED]: CATALOG_FILTER_EXISTS },
  orderFields: [{ field: 'metadata.name', order: 'asc' }],
  ...(text.trim() && {
    fullTextFilter: {
      term: text.trim(),
      fields: ['metadata.name', 'metadata.title', ASSIGNED],
    },
  }),
});

/**
 * Asks to which entities something is assigned, page by page.
 *
 * @param text - part of the name or title of an entity, or of who assigned something to it
 */
export function useAssignedEntities(text: string, version: string) {
  const catalogApi = useApi(catalogApiRef);
  return usePages<AssignedEntity, AssignedPage>(
    useCallback(
      async cursor => {
        const { items, totalItems, pageInfo } = await catalogApi.queryEntities({
          ...(cursor ? { cursor } : questionOf(text)),
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'metadata.annotations',
          ],
          limit: PAGE_SIZE,
        });
        return {
          items: items.map(assignedEntityOf),
          totalItems,
          nextCursor: pageInfo.nextCursor,
        };
      },
      [catalogApi, text],
    ),
    version,
  );
}

/** Gives a function that fetches the refs of all to which something is assigned, up to {@link MOST_SELECTED}. */
export function useAllAssigned(text: string) {
  const catalogApi = useApi(catalogApiRef);
  return useCallback(async (): Promise<string[]> => {
    const { items } = await catalogApi.queryEntities({
      ...questionOf(text),
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      limit: MOST_SELECTED,
    });
    return items.map(stringifyEntityRef);
  }, [catalogApi, text]);
}
