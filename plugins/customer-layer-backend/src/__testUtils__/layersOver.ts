import {
  CustomerGraph,
  DEFAULT_READINESS_THRESHOLDS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EMPTY_PAGE } from '../audit/evidence/EvidenceBook';
import { CustomerLayers } from '../services/CustomerLayers';
import { RefusedCustomers } from '../services/RefusedCustomers';
import { NOW } from './graphOf';

/** What answers questions from a graph that doesn't change. */
export const layersOver = (
  graph: CustomerGraph,
  options: Partial<
    Pick<
      ConstructorParameters<typeof CustomerLayers>[0],
      'limit' | 'drawLots' | 'evidence'
    >
  > = {},
): CustomerLayers =>
  new CustomerLayers({
    keeper: {
      graph: () => graph,
      status: () => {
        throw new Error('Not asked for');
      },
    },
    evidence: { page: EMPTY_PAGE },
    thresholds: DEFAULT_READINESS_THRESHOLDS,
    refused: new RefusedCustomers(),
    limit: 10_000,
    now: () => NOW,
    ...options,
  });
