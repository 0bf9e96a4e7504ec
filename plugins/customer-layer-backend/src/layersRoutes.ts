import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Answering } from './answering';
import {
  parseByName,
  parseByRefs,
  parseCustomersPage,
  parseImpact,
  parseTeamsPage,
} from './requests';
import { CustomerLayers } from './services/CustomerLayers';

/** The calls that ask who is served, what it rests on and who keeps it running. */
export function layersRoutes({
  layers,
  answering,
}: {
  layers: CustomerLayers;
  answering: Answering;
}): Router {
  const router = PromiseRouter();
  router.get(
    '/v1/layers/by-name/:kind/:namespace/:name',
    answering({
      eventId: 'layers-fetch',
      parse: parseByName,
      answer: (query, viewer) => layers.layers(query, viewer),
    }),
  );
  router.post(
    '/v1/layers/by-refs',
    answering({
      eventId: 'layers-fetch',
      parse: parseByRefs,
      answer: async (query, viewer) => ({
        items: layers.layersByRefs(query, viewer),
      }),
    }),
  );
  router.post(
    '/v1/impact',
    answering({
      eventId: 'impact-fetch',
      parse: parseImpact,
      answer: (query, viewer) => layers.impact(query, viewer),
    }),
  );
  router.get(
    '/v1/delivery/by-name/:kind/:namespace/:name',
    answering({
      eventId: 'delivery-fetch',
      parse: parseByName,
      answer: (query, viewer) => layers.delivery(query, viewer),
    }),
  );
  router.get(
    '/v1/operations/by-name/:kind/:namespace/:name',
    answering({
      eventId: 'operations-fetch',
      parse: parseByName,
      answer: (query, viewer) => layers.operations(query, viewer),
    }),
  );
  router.get(
    '/v1/operations',
    answering({
      eventId: 'operations-fetch',
      parse: parseTeamsPage,
      answer: (page, viewer) => layers.teams(page, viewer),
    }),
  );
  router.get(
    '/v1/customers',
    answering({
      eventId: 'customers-fetch',
      parse: parseCustomersPage,
      answer: (page, viewer) => layers.customers(page, viewer),
    }),
  );
  router.get(
    '/v1/graph',
    answering({
      eventId: 'graph-fetch',
      parse: () => undefined,
      answer: async () => layers.status(),
    }),
  );
  return router;
}
