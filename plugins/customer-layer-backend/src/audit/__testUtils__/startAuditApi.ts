import { mockCredentials } from '@backstage/backend-test-utils';
import { AuditClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Router } from 'express';
import { AUDITOR, startRouter } from '../../__testUtils__/startRouter';
import { Audits } from '../Audits';
import { auditRoutes } from '../auditRoutes';

/** An answer. */
export type Heard = {
  asked: string;
  status: number;
  text: string;
  /** What stands in its headers, and in its cursor. */
  beside: string;
};

const CURSOR = /"nextCursor":"([\w-]+)"/;

const inCursor = (body: string): string =>
  Buffer.from(CURSOR.exec(body)?.[1] ?? '', 'base64url').toString();

/** Serves the audit's HTTP API over audits that can be exchanged. */
export async function startAuditApi() {
  let serve: (audits: Audits) => Router = () => Router();
  let current = Router();
  let canRead: (ref: string) => boolean = () => false;
  const heard: Heard[] = [];
  const router = await startRouter({
    routes: answering => {
      serve = audits => auditRoutes({ audits, answering });
      return [Router().use((...call) => current(...call))];
    },
    canRead: ref => canRead(ref),
  });
  const baseUrl = `http://localhost:${router.server.port()}/api/customer-layer`;

  const clientOf = (user: string, hear: (answer: Heard) => void) =>
    new AuditClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: {
        async fetch(url, init) {
          const response = await fetch(url, {
            ...init,
            headers: {
              ...init?.headers,
              Authorization: mockCredentials.user.header(user),
            },
          });
          const { status } = response;
          const headers = new Headers(response.headers);
          const body = await response.text();
          hear({
            asked: `${decodeURIComponent(url)} ${init?.body ?? ''}`,
            status,
            text: body,
            beside: [...headers, inCursor(body)].join(),
          });
          return new Response(body, { status, headers });
        },
      },
    });

  return {
    /** Somebody who may read everything. */
    all: clientOf(AUDITOR, () => {}),
    /** Somebody who may read what was said last. */
    some: clientOf('user:default/somebody', answer => heard.push(answer)),
    /** What they heard since. */
    heard,
    /** Answers from these audits, and lets somebody read so much and no more. */
    serve(audits: Audits, readable: (ref: string) => boolean) {
      current = serve(audits);
      canRead = readable;
      heard.length = 0;
    },
    stop: router.stop,
  };
}
