import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Call } from './answering';
import { BODY_LIMIT, demandJson, oneContentType, refuse } from './refusals';
import {
  parseByName,
  parseByRefs,
  parseCustomersPage,
  parseImpact,
} from './requests';
import { OpenApiDocument } from './schema/openApiDocument';
import { CustomerLayers } from './services/CustomerLayers';

/** Creates the router of the HTTP API; requests are held against the OpenAPI document before anything else. */
export function createRouter(options: {
  document: OpenApiDocument;
  layers: CustomerLayers;
  answering: <Query>(call: Call<Query>) => express.RequestHandler;
}): Router {
  const { document, layers, answering } = options;
  const router = PromiseRouter();

  // What is answered depends on who asks, on what they may read at the moment, and on a catalog that changes any time. So
  // nothing may keep an answer, not even the asker's own browser, which somebody else may use after them. Only 401 goes
  // without: Backstage answers it before any router of a plugin, and caches keep none unless told to.
  router.use((_req, res, next) => {
    res.set('Cache-Control', 'private, no-store');
    next();
  });
  router.use(demandJson);
  router.use(express.json({ limit: BODY_LIMIT }), oneContentType);
  router.use(
    createValidatedOpenApiRouter(document, {
      // Who asks is established before a request comes here.
      validatorOptions: { validateSecurity: false },
    }),
  );
  router.use(refuse);

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
      answer: async (refs, viewer) => ({
        items: layers.layersByRefs(refs, viewer),
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
