import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AssignerQuestions } from '../assigners/AssignerQuestions';
import { Answering } from './answering';

/** The calls that ask about rules and aliases. */
export function assignerRoutes({
  assigners,
  answering,
}: {
  assigners: AssignerQuestions;
  answering: Answering;
}): Router {
  const router = PromiseRouter();
  router.get(
    '/v1/assigners',
    answering({
      eventId: 'assigners-fetch',
      parse: () => undefined,
      answer: (_, caller) => assigners.status(caller),
    }),
  );
  router.post(
    '/v1/assigners/dry-run',
    answering({
      eventId: 'assigners-dry-run',
      parse: ({ body }): string | undefined => body.rules,
      answer: (rules, caller) => assigners.dryRun(rules, caller),
    }),
  );
  return router;
}
