import {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryActionOptions,
  ActionsRegistryService,
} from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError, toError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { AnyZodObject, z } from 'zod/v3';
import {
  Caller,
  CallerCredentials,
  Callers,
  demand,
} from '../services/Callers';
import { Telemetry } from '../services/telemetry';
import { Turns } from '../services/Turns';
import { Viewer, Viewers } from '../services/Viewers';

/** A question that can be asked as an action. */
export type Deed<
  Input extends AnyZodObject,
  Output extends AnyZodObject,
> = Pick<
  ActionsRegistryActionOptions<Input, Output>,
  'name' | 'title' | 'description' | 'examples'
> & {
  input: Input;
  /** What the answer may have; all else is left out of it. */
  output: Output;
  /** The name of the question in the audit log and in metrics, which is the HTTP API's. */
  eventId: string;
  /** What the caller must have, beside being signed in. */
  permission?: BasicPermission;
  answer(
    input: z.infer<Input>,
    viewer: Viewer,
    caller: Caller,
  ): Promise<z.infer<Output>>;
};

/** Registers a question as an action. */
export type Acting = <Input extends AnyZodObject, Output extends AnyZodObject>(
  deed: Deed<Input, Output>,
) => void;

// Asking changes nothing, and asking twice is as good as once.
const READS_ONLY = { readOnly: true, destructive: false, idempotent: true };

// Who invokes an action doesn't tell us when they go away. No answer that is bounded takes so long.
const LONGEST_MS = 60_000;

/**
 * Registers actions that answer like the HTTP API: for the same viewer, behind the same mask, in the same queue; audited
 * and timed alike.
 */
export function createActing(services: {
  registry: ActionsRegistryService;
  auth: AuthService;
  auditor: AuditorService;
  viewers: Viewers;
  callers: Callers;
  telemetry: Pick<Telemetry, 'answered'>;
  turns: Turns;
}): Acting {
  const { registry, auth, auditor, viewers, callers } = services;

  return ({ input: inputSchema, output: outputSchema, ...deed }) => {
    const { name, title, description, examples } = deed;
    const { eventId, permission, answer } = deed;
    registry.register<typeof inputSchema, AnyZodObject>({
      name,
      title,
      description,
      examples,
      attributes: READS_ONLY,
      schema: { input: () => inputSchema, output: () => outputSchema },
      action: async ({ input, credentials }) => {
        const startedAt = performance.now();
        const tell = (outcome: 'succeeded' | 'failed') =>
          services.telemetry.answered(
            eventId,
            outcome,
            performance.now() - startedAt,
          );
        demandSomebody(credentials, { auth, name });
        const turn = services.turns.begin(AbortSignal.timeout(LONGEST_MS));
        const caller = callers.callerOf(credentials, turn);
        const event = await auditor.createEvent({
          eventId,
          severityLevel: 'low',
          meta: { action: name, caller: caller.ref, query: input },
        });
        try {
          if (permission) {
            await demand(caller, permission);
          }
          const viewer = await viewers.viewerOf(credentials, turn);
          const output = await answer(input, viewer, caller);
          tell('succeeded');
          await event.success();
          return { output };
        } catch (error) {
          tell('failed');
          await event.fail({ error: toError(error) });
          throw error;
        } finally {
          turn.pause();
        }
      },
    });
  };
}

/** @throws NotAllowedError when credentials are neither a user's nor a service's */
function demandSomebody(
  credentials: BackstageCredentials,
  { auth, name }: { auth: AuthService; name: string },
): asserts credentials is CallerCredentials {
  if (
    !auth.isPrincipal(credentials, 'user') &&
    !auth.isPrincipal(credentials, 'service')
  ) {
    throw new NotAllowedError(
      `The action "${name}" answers users and services only. Sign in first`,
    );
  }
}
