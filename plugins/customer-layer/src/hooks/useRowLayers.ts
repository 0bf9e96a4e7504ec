import { useApi } from '@backstage/frontend-plugin-api';
import {
  CustomerLayerApi,
  EntityLayers,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import DataLoader from 'dataloader';
import { useCallback } from 'react';
import { customerLayerApiRef } from '../api';
import { useAnswer } from './useAnswer';

// What a cell has room for; of the rest the totals tell.
const ENTRIES = 3;

// As many as the API takes in one question.
const REFS_PER_QUESTION = 1_000;

// After so long a list that is looked at again is asked for again.
const KEPT_FOR_MS = 30_000;

type Loader = DataLoader<string, EntityLayers | undefined>;

const loaders = new WeakMap<
  CustomerLayerApi,
  { loader: Loader; since: number }
>();

/** One for all cells of a list, so that a page of it is one question. */
function loaderOf(api: CustomerLayerApi): Loader {
  const known = loaders.get(api);
  if (known && performance.now() - known.since < KEPT_FOR_MS) {
    return known.loader;
  }
  const loader: Loader = new DataLoader(
    refs => api.getLayersByRefs([...refs], { limit: ENTRIES }),
    {
      maxBatchSize: REFS_PER_QUESTION,
      // All rows of a page are rendered in one go.
      batchScheduleFn: ask => setTimeout(ask, 10),
    },
  );
  loaders.set(api, { loader, since: performance.now() });
  return loader;
}

/**
 * Asks for the layers of one row of a list, together with those of all other rows: the first entries of each of their
 * lists. The answer is `undefined` for what the customer layer doesn't know.
 */
export function useRowLayers(entityRef: string) {
  const api = useApi(customerLayerApiRef);
  return useAnswer(
    useCallback(async () => {
      const loader = loaderOf(api);
      try {
        return await loader.load(entityRef);
      } catch (error) {
        // Or else it stays refused.
        loader.clear(entityRef);
        throw error;
      }
    }, [api, entityRef]),
  );
}
