import {
  AssignmentAnswer,
  NewCustomer,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { countBy } from 'lodash';
import { AssignmentChanges } from '../assigning/AssignmentChanges';
import { AssignmentExports } from '../assigning/AssignmentExports';
import { Assignments } from '../assigning/Assignments';
import { Rights } from '../assigning/Rights';
import { PortalCustomers } from '../customers/PortalCustomers';
import { Answering } from './answering';
import {
  cursorOf,
  parseAssignments,
  parseByName,
  parseChanges,
  parseExport,
} from './requests';

const writing = { severityLevel: 'medium' } as const;

const assigned = (answer: object | undefined) => {
  const { changeId, items } = answer as AssignmentAnswer;
  return { ...(changeId && { changeId }), ...countBy(items, 'result') };
};

/** The calls that assign something in the portal, and that tell what was assigned. */
export function assignmentRoutes({
  assignments,
  changes,
  exports: exported,
  rights,
  answering,
}: {
  assignments: Assignments;
  changes: AssignmentChanges;
  exports: AssignmentExports;
  rights: Rights;
  answering: Answering;
}): Router {
  const router = PromiseRouter();
  router.post(
    '/v1/assignments',
    answering({
      eventId: 'assignment-create',
      ...writing,
      parse: parseAssignments,
      answer: (request, caller) => assignments.assign(request, caller),
      outcome: assigned,
    }),
  );
  router.post(
    '/v1/assignments/export',
    answering({
      eventId: 'assignments-export',
      parse: parseExport,
      answer: (request, caller) => exported.export(request, caller),
    }),
  );
  router.get(
    '/v1/assignments/rights',
    answering({
      eventId: 'assignment-rights-fetch',
      parse: () => undefined,
      answer: async (_, caller) => ({
        mayAssign: await rights.mayAssign(caller),
      }),
    }),
  );
  router.get(
    '/v1/assignments/by-name/:kind/:namespace/:name',
    answering({
      eventId: 'assignments-fetch',
      parse: parseByName,
      answer: (entityRef, caller) => assignments.of(entityRef, caller),
    }),
  );
  router.get(
    '/v1/assignments/changes',
    answering({
      eventId: 'assignment-changes-fetch',
      parse: parseChanges,
      answer: async (query, caller) => {
        const { items, next } = await changes.list(query, caller);
        return {
          items,
          ...(next !== undefined && { nextCursor: cursorOf(next) }),
        };
      },
    }),
  );
  router.post(
    '/v1/assignments/changes/:id/undo',
    answering({
      eventId: 'assignment-undo',
      ...writing,
      parse: ({ params }) => params.id,
      answer: (changeId, caller) => changes.undo(changeId, caller),
      outcome: assigned,
    }),
  );
  return router;
}

/** The calls that create and remove customers. */
export function customerRoutes({
  customers,
  answering,
}: {
  customers: PortalCustomers;
  answering: Answering;
}): Router {
  const router = PromiseRouter();
  router.post(
    '/v1/customers',
    answering({
      eventId: 'customer-create',
      ...writing,
      parse: ({ body }): NewCustomer[] => body.customers,
      answer: (wanted, caller) => customers.create(wanted, caller),
      outcome: answer =>
        countBy((answer as { items: object[] }).items, 'result'),
    }),
  );
  router.post(
    '/v1/customers/by-name/:kind/:namespace/:name/remove',
    answering({
      eventId: 'customer-remove',
      ...writing,
      parse: parseByName,
      answer: async (entityRef, caller) => {
        await customers.remove(entityRef, caller);
        return undefined;
      },
    }),
  );
  return router;
}
