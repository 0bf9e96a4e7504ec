import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { BODY_LIMIT, demandJson, oneContentType, refuse } from './refusals';

/** An OpenAPI 3.1 document. @public */
export type OpenApiDocument = Parameters<
  typeof createValidatedOpenApiRouter
>[0];

/**
 * Creates the router of an HTTP API; requests are held against its OpenAPI document before anything else.
 *
 * @remarks
 *
 * The document is served at `/openapi.json`. Paths of the document are relative to where the router is mounted.
 *
 * @public
 */
export function createContractRouter(options: {
  document: OpenApiDocument;
  /** What answers the calls. */
  routes: readonly Router[];
}): Router {
  const { document, routes } = options;
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

  router.use(...routes);
  return router;
}
