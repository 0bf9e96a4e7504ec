import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { Request, RequestHandler } from 'express';
import { Telemetry } from './services/telemetry';
import { Viewer, Viewers } from './services/Viewers';

/** One call of the API: what is read from the request, and how it is answered for somebody. */
export type Call<Query> = {
  /** The name of the call in the audit log and in metrics. */
  eventId: string;
  parse(req: Request): Query;
  answer(query: Query, viewer: Viewer): Promise<object>;
};

const RETRY_AFTER_SECONDS = '5';

/**
 * Makes a route of a call: parse, authorize, call, respond; audited and timed.
 */
export function createAnswering(services: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  viewers: Viewers;
  telemetry: Telemetry;
}): <Query>(call: Call<Query>) => RequestHandler {
  const { httpAuth, auditor, viewers, telemetry } = services;

  return ({ eventId, parse, answer }) =>
    async (req, res) => {
      const startedAt = performance.now();
      const elapsed = () => performance.now() - startedAt;
      const event = await auditor.createEvent({
        eventId,
        severityLevel: 'low',
        request: req,
        meta: { query: { ...req.params, ...req.query, ...req.body } },
      });
      let body: object;
      try {
        const query = parse(req);
        const credentials = await httpAuth.credentials(req, {
          allow: ['user', 'service'],
        });
        const viewer = await viewers.viewerOf(credentials);
        body = await answer(query, viewer);
      } catch (error) {
        telemetry.answered(eventId, 'failed', elapsed());
        await event.fail({ error: toError(error) });
        if (error instanceof ServiceUnavailableError) {
          res.set('Retry-After', RETRY_AFTER_SECONDS);
        }
        throw error;
      }
      telemetry.answered(eventId, 'succeeded', elapsed());
      // Before the answer, because nothing may fail after it.
      await event.success();
      res.json(body);
    };
}
