import { reachedTeam } from '../lib/contacts';
import { useEntitiesByRef } from './useEntitiesByRef';

const CONTACTS = {
  fields: ['kind', 'metadata', 'spec.profile'],
  as: reachedTeam,
};

/**
 * Reads from the catalog how teams are reached.
 *
 * @param teamRefs - as for {@link useEntitiesByRef}
 */
export const useContacts = (teamRefs: readonly string[]) =>
  useEntitiesByRef(teamRefs, CONTACTS);
