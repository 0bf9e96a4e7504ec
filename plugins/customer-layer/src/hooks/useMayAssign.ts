import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { AssignmentsApi } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useEffect, useState } from 'react';
import { assignmentsApiRef } from '../api';
import { failureOf } from '../lib/failure';

/**
 * Whether one may assign anything at all.
 *
 * @remarks
 *
 * - `yes`: to some entities perhaps; the preview tells of each
 * - `denied`: to none of them
 * - `absent`: nobody may, since the catalog of this portal can't
 */
export type MayAssign = 'yes' | 'denied' | 'absent';

// An app has one of them, and asks but once for as long as it is open.
const asked = new WeakMap<AssignmentsApi, Promise<MayAssign>>();

async function ask(api: AssignmentsApi): Promise<MayAssign> {
  try {
    const { mayAssign } = await api.getAssignmentRights();
    return mayAssign ? 'yes' : 'denied';
  } catch (error) {
    if (failureOf(toError(error)).reason === 'unknown') {
      return 'absent';
    }
    asked.delete(api);
    return 'yes';
  }
}

/** Tells whether one may assign anything at all: yes, until it is known that one may not. */
export function useMayAssign(): MayAssign {
  const api = useApi(assignmentsApiRef);
  const [may, setMay] = useState<MayAssign>('yes');
  useEffect(() => {
    let wanted = true;
    const answer = asked.get(api) ?? ask(api);
    asked.set(api, answer);
    answer.then(said => {
      if (wanted) {
        setMay(said);
      }
    });
    return () => {
      wanted = false;
    };
  }, [api]);
  return may;
}
