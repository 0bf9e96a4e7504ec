import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { Request, RequestHandler, Response } from 'express';
import { jsonPieces } from './jsonPieces';
import { send } from './send';
import { Telemetry } from './services/telemetry';
import { Turns } from './services/Turns';
import { Viewer, Viewers } from './services/Viewers';

/** One call of the API: what is read from the request, and how it is answered for somebody. */
export type Call<Query> = {
  /** The name of the call in the audit log and in metrics. */
  eventId: string;
  parse(req: Request): Query;
  /** A list of the answer that is made while it is sent is an async iterable. */
  answer(query: Query, viewer: Viewer): Promise<object>;
};

const RETRY_AFTER_SECONDS = '5';

/**
 * Makes a route of a call: parse, authorize, call, respond; audited and timed.
 *
 * @remarks
 *
 * What fails before the first byte is answered with its status. What fails later ends the connection, so that nobody
 * takes half an answer for a whole one. When the client goes away, all work for it ends.
 */
export function createAnswering(services: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  viewers: Viewers;
  telemetry: Pick<Telemetry, 'answered'>;
}): <Query>(call: Call<Query>) => RequestHandler {
  const { httpAuth, auditor, viewers, telemetry } = services;
  const turns = new Turns();

  return ({ eventId, parse, answer }) =>
    async (req, res) => {
      const startedAt = performance.now();
      const elapsed = () => performance.now() - startedAt;
      const turn = turns.begin(abandonment(res));
      const event = await auditor.createEvent({
        eventId,
        severityLevel: 'low',
        request: req,
        meta: { query: { ...req.params, ...req.query, ...req.body } },
      });
      let done = false;
      const succeed = async () => {
        done = true;
        telemetry.answered(eventId, 'succeeded', elapsed());
        await event.success();
      };
      try {
        const query = parse(req);
        const credentials = await turn.waitFor(
          httpAuth.credentials(req, { allow: ['user', 'service'] }),
        );
        const viewer = await viewers.viewerOf(credentials, turn);
        const body = await answer(query, viewer);
        await send(res, beforeLast(jsonPieces(body, turn), succeed));
      } catch (error) {
        const { aborted, reason } = turn.signal;
        if (!done) {
          telemetry.answered(eventId, 'failed', elapsed());
          await event.fail({ error: toError(aborted ? reason : error) });
        }
        if (aborted) {
          return;
        }
        if (error instanceof ServiceUnavailableError && !res.headersSent) {
          res.set('Retry-After', RETRY_AFTER_SECONDS);
        }
        throw error;
      }
    };
}

/** Says when nobody waits for a response any more. */
function abandonment(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    // Our own failures end the connection, too, and are known as what they are.
    if (!res.writableFinished && !res.errored) {
      controller.abort(
        new Error('The client closed the connection before it had the answer'),
      );
    }
  });
  return controller.signal;
}

/** Does something before the last piece is given away; when that fails, the answer has no end. */
async function* beforeLast(
  pieces: AsyncIterable<string>,
  work: () => Promise<void>,
): AsyncGenerator<string> {
  let held: string | undefined;
  for await (const piece of pieces) {
    if (held !== undefined) {
      yield held;
    }
    held = piece;
  }
  await work();
  yield held ?? '';
}
