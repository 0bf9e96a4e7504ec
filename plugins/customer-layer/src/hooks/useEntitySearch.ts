import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { DEFAULT_DERIVATION_RULES } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useEffect, useState } from 'react';
import { Answer, useAnswer } from './useAnswer';

// As many as one looks through.
const MOST_OPTIONS = 20;

// As many as one takes in at a glance.
const MOST_SUGGESTIONS = 6;

const PAUSE_MS = 200;

const KINDS: readonly string[] = DEFAULT_DERIVATION_RULES.deliverableKinds;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.type',
];

/** An entity that one may pick. */
export type EntityOption = {
  entityRef: string;
  title?: string;
  kind: string;
  type?: string;
};

const optionOf = (entity: Entity): EntityOption => {
  const { title } = entity.metadata;
  const type = entity.spec?.type;
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind,
    ...(title && { title }),
    ...(typeof type === 'string' && { type }),
  };
};

/** A text once one pauses in writing it. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/**
 * Looks in the catalog for entities by part of their name or title; the first ones where it is blank.
 *
 * @param kinds - the same array at each call; those that may fail where absent
 */
export function useEntitySearch(
  text: string,
  kinds: readonly string[] = KINDS,
): Answer<EntityOption[]> {
  const catalogApi = useApi(catalogApiRef);
  const term = useSettled(text.trim());
  return useAnswer(
    useCallback(async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: [...kinds] },
        fields: FIELDS,
        limit: MOST_OPTIONS,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        ...(term && {
          fullTextFilter: {
            term,
            fields: ['metadata.name', 'metadata.title'],
          },
        }),
      });
      return items.map(optionOf);
    }, [catalogApi, kinds, term]),
  );
}

/** Entities worth asking about: what belongs to the user, and what others usually rest on. */
export function useSuggestions(): Answer<EntityOption[]> {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  return useAnswer(
    useCallback(async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const first = async (filter: Record<string, string[]>) => {
        const { items } = await catalogApi.queryEntities({
          filter,
          fields: FIELDS,
          limit: MOST_SUGGESTIONS,
        });
        return items.map(optionOf);
      };
      const [own, resources] = await Promise.all([
        first({ kind: [...KINDS], 'relations.ownedBy': ownershipEntityRefs }),
        first({ kind: ['resource'] }),
      ]);
      const some = own.slice(0, MOST_SUGGESTIONS / 2);
      const known = new Set(some.map(({ entityRef }) => entityRef));
      return [
        ...some,
        ...resources.filter(({ entityRef }) => !known.has(entityRef)),
      ].slice(0, MOST_SUGGESTIONS);
    }, [catalogApi, identityApi]),
  );
}
