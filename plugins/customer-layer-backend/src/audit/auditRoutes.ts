import {
  auditReadPermission,
  auditRunPermission,
  confirmPermission,
  exemptionRequestPermission,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Answering } from '../answering';
import { parseByName } from '../requests';
import {
  parseConfirmation,
  parseDecision,
  parseDiff,
  parseExemptionRequest,
  parseExemptions,
  parseExport,
  parseFindings,
  parseRuns,
} from './auditRequests';
import { Audits } from './Audits';

const reading = { permission: auditReadPermission };

/** The calls that ask how the catalog fares, and that say something about that. */
export function auditRoutes({
  audits,
  answering,
}: {
  audits: Audits;
  answering: Answering;
}): Router {
  const router = PromiseRouter();

  router.get(
    '/v1/audit/summary',
    answering({
      eventId: 'audit-summary-fetch',
      ...reading,
      parse: () => undefined,
      answer: (_, viewer, caller) => audits.summaries.summary(viewer, caller),
    }),
  );
  router.get(
    '/v1/audit/findings',
    answering({
      eventId: 'findings-fetch',
      ...reading,
      parse: parseFindings,
      answer: ({ query, page }, viewer, caller) =>
        audits.findings.page(query, page, { viewer, caller }),
    }),
  );
  router.get(
    '/v1/audit/findings/by-name/:kind/:namespace/:name',
    answering({
      eventId: 'findings-fetch',
      ...reading,
      parse: parseByName,
      answer: ({ entityRef }, viewer, caller) =>
        audits.entities.of(entityRef, viewer, caller),
    }),
  );
  router.get(
    '/v1/audit/export',
    answering({
      eventId: 'findings-export',
      ...reading,
      parse: parseExport,
      answer: (query, viewer, caller) =>
        audits.exports.export(query, viewer, caller),
    }),
  );
  router.get(
    '/v1/audit/runs',
    answering({
      eventId: 'audit-runs-fetch',
      ...reading,
      parse: parseRuns,
      answer: (page, viewer, caller) => audits.runs.list(page, viewer, caller),
    }),
  );
  router.post(
    '/v1/audit/runs',
    answering({
      eventId: 'audit-run-request',
      severityLevel: 'medium',
      permission: auditRunPermission,
      status: 202,
      parse: () => undefined,
      answer: (_query, _viewer, caller) => audits.runs.start(caller),
    }),
  );
  router.get(
    '/v1/audit/diff',
    answering({
      eventId: 'audit-diff-fetch',
      ...reading,
      parse: parseDiff,
      answer: (query, viewer, caller) =>
        audits.diffs.diff(query, viewer, caller),
    }),
  );
  addExemptions(router, { audits, answering });
  router.post(
    '/v1/audit/confirmations',
    answering({
      eventId: 'confirmation-create',
      severityLevel: 'medium',
      permission: confirmPermission,
      status: 201,
      parse: parseConfirmation,
      answer: (request, viewer, caller) =>
        audits.confirmations.add(request, viewer, caller),
    }),
  );
  return router;
}

function addExemptions(
  router: Router,
  { audits, answering }: { audits: Audits; answering: Answering },
): void {
  router.get(
    '/v1/audit/exemptions',
    answering({
      eventId: 'exemptions-fetch',
      ...reading,
      parse: parseExemptions,
      answer: (page, viewer, caller) =>
        audits.exemptions.list(page, viewer, caller),
    }),
  );
  router.post(
    '/v1/audit/exemptions',
    answering({
      eventId: 'exemption-request',
      severityLevel: 'medium',
      permission: exemptionRequestPermission,
      status: 201,
      parse: parseExemptionRequest,
      answer: (request, viewer, caller) =>
        audits.exemptions.request(request, viewer, caller),
    }),
  );
  router.post(
    '/v1/audit/exemptions/:id/decision',
    answering({
      eventId: 'exemption-decide',
      severityLevel: 'medium',
      // Who withdraws their own needs another permission than who decides about others', so that is seen to there.
      parse: parseDecision,
      answer: (decision, viewer, caller) =>
        audits.exemptions.decide(decision, viewer, caller),
    }),
  );
}
