import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { Request, RequestHandler, Response } from 'express';
import { jsonPieces } from './jsonPieces';
import { send } from './send';
import { Caller, Callers, demand } from './services/Callers';
import { Telemetry } from './services/telemetry';
import { Turn, Turns } from './services/Turns';
import { Viewer, Viewers } from './services/Viewers';
import { TextAnswer } from './TextAnswer';

/** One call of the API: what is read from the request, and how it is answered for somebody. */
export type Call<Query> = {
  /** The name of the call in the audit log and in metrics. */
  eventId: string;
  /** How much the call matters in the audit log; `low` where absent. */
  severityLevel?: 'low' | 'medium';
  /** What the caller must have, beside being signed in. */
  permission?: BasicPermission;
  /** The status of an answer; 200 where absent. */
  status?: number;
  parse(req: Request): Query;
  /** A list of the answer that is made while it is sent is an async iterable. */
  answer(
    query: Query,
    viewer: Viewer,
    caller: Caller,
  ): Promise<object | TextAnswer>;
};

/** Makes a route of a call. */
export type Answering = <Query>(call: Call<Query>) => RequestHandler;

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
  callers: Callers;
  telemetry: Pick<Telemetry, 'answered'>;
  turns: Turns;
}): Answering {
  const { httpAuth, auditor, viewers, callers, telemetry, turns } = services;

  return ({ eventId, parse, answer, ...call }) =>
    async (req, res) => {
      const startedAt = performance.now();
      const elapsed = () => performance.now() - startedAt;
      const turn = turns.begin(abandonment(res));
      const event = await auditor.createEvent({
        eventId,
        severityLevel: call.severityLevel ?? 'low',
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
        const caller = callers.callerOf(credentials, turn);
        if (call.permission) {
          await demand(caller, call.permission);
        }
        const viewer = await viewers.viewerOf(credentials, turn);
        const body = await answer(query, viewer, caller);
        res.status(call.status ?? 200);
        await respond(res, body, { turn, succeed });
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

/** @param options.succeed - called before the last piece is given away */
async function respond(
  res: Response,
  body: object,
  { turn, succeed }: { turn: Turn; succeed(): Promise<void> },
): Promise<void> {
  if (body instanceof TextAnswer) {
    const { contentType, fileName, pieces } = body;
    await send(res, beforeLast(pieces, succeed), {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
    });
  } else {
    await send(res, beforeLast(jsonPieces(body, turn), succeed));
  }
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
