import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { ReachedTeam, reachedTeam } from '../lib/contacts';
import { Answer, useAnswer } from './useAnswer';

const FIELDS = ['kind', 'metadata', 'spec.profile'];

/**
 * Reads from the catalog how teams are reached; masked refs and what the user may not read are left out.
 *
 * @param teamRefs - the same array for as long as they are the same
 */
export function useContacts(
  teamRefs: readonly string[],
): Answer<ReadonlyMap<string, ReachedTeam>> {
  const catalogApi = useApi(catalogApiRef);
  return useAnswer(
    useCallback(async () => {
      const entityRefs = teamRefs.filter(ref => !isMaskedRef(ref));
      if (!entityRefs.length) {
        return new Map();
      }
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      return new Map(
        entityRefs.flatMap((ref, index) => {
          const team = items[index];
          return team ? [[ref, reachedTeam(team)] as const] : [];
        }),
      );
    }, [catalogApi, teamRefs]),
  );
}
