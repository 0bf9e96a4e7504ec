import { dismissPermission } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Answering } from '../answering';
import {
  parseBegin,
  parseDismissals,
  parseHistory,
  parseSuggestions,
  parseUncovered,
} from './coverageRequests';
import { Coverages } from './Coverages';
import { SampleStore } from './database/SampleStore';
import { Suggestions } from './Suggestions';

/** The calls that ask how much of the catalog is covered, where to begin, what is still lacking, and who might do. */
export function coverageRoutes({
  coverages,
  samples,
  suggestions,
  answering,
}: {
  coverages: Coverages;
  samples: SampleStore;
  suggestions: Suggestions;
  answering: Answering;
}): Router {
  const router = PromiseRouter();
  router.get(
    '/v1/coverage',
    answering({
      eventId: 'coverage-fetch',
      parse: () => undefined,
      answer: (_, viewer) => coverages.coverage(viewer),
    }),
  );
  router.get(
    '/v1/coverage/history',
    answering({
      eventId: 'coverage-history-fetch',
      parse: parseHistory,
      answer: async ({ since }, { turn }) => ({
        items: await turn.waitFor(samples.since(since)),
      }),
    }),
  );
  router.get(
    '/v1/coverage/begin',
    answering({
      eventId: 'where-to-begin-fetch',
      parse: parseBegin,
      answer: (query, viewer) => coverages.begin(query, viewer),
    }),
  );
  router.get(
    '/v1/coverage/uncovered',
    answering({
      eventId: 'uncovered-fetch',
      parse: parseUncovered,
      answer: (question, viewer) => coverages.uncovered(question, viewer),
    }),
  );
  router.post(
    '/v1/suggestions',
    answering({
      eventId: 'suggestions-fetch',
      parse: parseSuggestions,
      answer: (query, viewer, caller) => suggestions.of(query, viewer, caller),
    }),
  );
  router.post(
    '/v1/suggestions/dismissals',
    answering({
      eventId: 'suggestions-dismiss',
      severityLevel: 'medium',
      permission: dismissPermission,
      parse: parseDismissals,
      answer: (request, viewer, caller) =>
        suggestions.dismiss(request, viewer, caller),
    }),
  );
  return router;
}
