import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request, RequestHandler } from 'express';
import { Caller } from '../assigning/Rights';

/** One call of the API: what is read from the request, and how it is answered for somebody. */
export type Call<Query> = {
  /** The name of the call in the audit log. */
  eventId: string;
  /** How much the call matters in the audit log; `low` where absent. */
  severityLevel?: 'low' | 'medium';
  parse(req: Request): Query;
  /** Nothing where there is nothing to say: status 204. */
  answer(query: Query, caller: Caller): Promise<object | undefined>;
  /** What the audit log says of an answer. */
  outcome?(answer: object | undefined): JsonObject;
};

/** Makes a route of a call. */
export type Answering = <Query>(call: Call<Query>) => RequestHandler;

const RETRY_AFTER_SECONDS = '5';

/** Makes a route of a call: parse, authenticate, call, respond; audited. */
export function createAnswering(services: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Answering {
  const { httpAuth, auditor } = services;

  return ({ eventId, parse, answer, ...call }) =>
    async (req, res) => {
      const event = await auditor.createEvent({
        eventId,
        severityLevel: call.severityLevel ?? 'low',
        request: req,
        meta: { query: { ...req.params, ...req.query, ...req.body } },
      });
      try {
        const query = parse(req);
        const credentials = await httpAuth.credentials(req, {
          allow: ['user', 'service'],
        });
        const { principal } = credentials;
        const ref =
          principal.type === 'user'
            ? principal.userEntityRef
            : principal.subject;
        const body = await answer(query, { ref, credentials });
        await event.success({ meta: call.outcome?.(body) });
        if (body) {
          res.json(body);
        } else {
          res.status(204).end();
        }
      } catch (error) {
        await event.fail({ error: toError(error) });
        if (error instanceof ServiceUnavailableError) {
          res.set('Retry-After', RETRY_AFTER_SECONDS);
        }
        throw error;
      }
    };
}
