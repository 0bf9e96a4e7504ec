import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Call } from './answering';
import { parseByName, parseByRefs, parsePage } from './requests';
import { OpenApiDocument } from './schema/openApiDocument';
import { CustomerLayers } from './services/CustomerLayers';

// A thousand of the longest refs fit.
const BODY_LIMIT = '1mb';

/** Says of a request that doesn't follow the contract what is wrong with it, and where the contract stands. */
const refuse: ErrorRequestHandler = (error, req, _res, next) => {
  const contract = `What each call takes is written in ${req.baseUrl}/openapi.json`;
  if (error.type === 'entity.too.large') {
    error.message = `The body is larger than ${BODY_LIMIT}. Ask about fewer entities at once. ${contract}`;
    next(error);
  } else if (error.type === 'entity.parse.failed') {
    next(new InputError(`The body is not JSON: ${error.message}. ${contract}`));
  } else if (error instanceof InputError) {
    next(new InputError(`${error.message}. ${contract}`));
  } else {
    next(error);
  }
};

/** Creates the router of the HTTP API; requests are held against the OpenAPI document before anything else. */
export function createRouter(options: {
  document: OpenApiDocument;
  layers: CustomerLayers;
  answering: <Query>(call: Call<Query>) => express.RequestHandler;
}): Router {
  const { document, layers, answering } = options;
  const router = PromiseRouter();

  router.use(express.json({ limit: BODY_LIMIT }));
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
      answer: (ref, viewer) => layers.layers(ref, viewer),
    }),
  );
  router.post(
    '/v1/layers/by-refs',
    answering({
      eventId: 'layers-fetch',
      parse: parseByRefs,
      answer: async (refs, viewer) => {
        const items = await layers.layersByRefs(refs, viewer);
        return { items: items.map(item => item ?? null) };
      },
    }),
  );
  router.post(
    '/v1/impact',
    answering({
      eventId: 'impact-fetch',
      parse: parseByRefs,
      answer: (refs, viewer) => layers.impact(refs, viewer),
    }),
  );
  router.get(
    '/v1/delivery/by-name/:kind/:namespace/:name',
    answering({
      eventId: 'delivery-fetch',
      parse: parseByName,
      answer: (ref, viewer) => layers.delivery(ref, viewer),
    }),
  );
  router.get(
    '/v1/customers',
    answering({
      eventId: 'customers-fetch',
      parse: parsePage,
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
