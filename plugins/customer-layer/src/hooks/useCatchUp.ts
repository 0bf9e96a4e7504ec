import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  AssignmentAnswer,
  AssignmentOutcome,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useEffect, useRef, useState } from 'react';
import { hasTakenUp } from '../lib/assign/takenUp';

// Soon at first, then ever more rarely: 40 seconds in all.
const PAUSES_MS = [1_000, 1_000, 2_000, 3_000, 4_000, 6_000, 10_000, 13_000];

// What is computed from the catalog follows it a little later.
const AFTERWARDS_MS = [1_000, 2_000, 4_000];

// Of many that change at once, these stand for all.
const MOST_WATCHED = 20;

/** Whether the catalog has still to take up what was assigned; `slow` where it has not within the time that we look. */
export type CatchUp = 'done' | 'waiting' | 'slow';

/**
 * Looks until the catalog shows what was assigned.
 *
 * @param onLook - called each time that there may be something new to read
 * @returns where it stands, and how to begin to look
 */
export function useCatchUp(onLook: () => void): {
  state: CatchUp;
  begin(answer: AssignmentAnswer): void;
} {
  const catalogApi = useApi(catalogApiRef);
  const [watched, setWatched] = useState<AssignmentOutcome[]>([]);
  const [state, setState] = useState<CatchUp>('done');
  const look = useRef(onLook);
  look.current = onLook;

  useEffect(() => {
    if (!watched.length) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const pause = (time: number) =>
      new Promise(resolve => setTimeout(resolve, time));

    const allTakenUp = async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: watched.map(({ entityRef }) => entityRef),
        fields: ['kind', 'metadata'],
      });
      return watched.every((outcome, index) => {
        const entity = items[index];
        return entity && hasTakenUp(entity, outcome);
      });
    };

    const watch = async () => {
      for (const time of PAUSES_MS) {
        await pause(time);
        if (signal.aborted) {
          return;
        }
        // What can't be read now can be the next time.
        const taken = await allTakenUp().catch(() => false);
        if (signal.aborted) {
          return;
        }
        look.current();
        if (taken) {
          setState('done');
          for (const afterwards of AFTERWARDS_MS) {
            await pause(afterwards);
            if (signal.aborted) {
              return;
            }
            look.current();
          }
          return;
        }
      }
      setState('slow');
    };
    watch();
    return () => controller.abort();
  }, [catalogApi, watched]);

  return {
    state,
    begin({ items }) {
      const assigned = items.filter(({ result }) => result === 'assigned');
      setWatched(assigned.slice(0, MOST_WATCHED));
      setState(assigned.length ? 'waiting' : 'done');
    },
  };
}
