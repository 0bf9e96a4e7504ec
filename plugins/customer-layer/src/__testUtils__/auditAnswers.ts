import {
  AuditDiff,
  AuditRun,
  AuditSummary,
  EntityFindings,
  Exemption,
  ListedFinding,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EntityFinding } from '../lib/audit/findings';
import { SHOP } from './answers';

export const WEB = 'group:default/web';

export const RULES: RuleDescription[] = [
  {
    id: 'operations-team',
    title: 'Has an operations team',
    why: 'Somebody has to keep it running.',
    severity: 'error',
    weight: 3,
  },
  {
    id: 'consumable',
    title: 'Can be consumed',
    why: 'Running is not the point.',
    severity: 'warning',
    weight: 1,
  },
  {
    id: 'customer-involved',
    title: 'Confirmed by the customer side',
    why: 'Only the customer side can say.',
    severity: 'warning',
    weight: 1,
  },
];

export const NOTHING_ALLOWED = { run: false, request: false, approve: false };
export const ALL_ALLOWED = { run: true, request: true, approve: true };

export const auditRun = (
  id: number,
  overrides: Partial<AuditRun> = {},
): AuditRun => ({
  id,
  state: 'done',
  startedBy: 'schedule',
  startedAt: '2026-11-20T06:00:00Z',
  endedAt: '2026-11-20T06:00:04Z',
  graph: { revision: 'r1', builtAt: '2026-11-20T05:00:00Z' },
  subjects: { total: 40, done: 40 },
  tally: { counts: { fail: 7, pass: 30 }, score: 0.71 },
  twoCustomers: { entities: 20, economic: 15, both: 11 },
  ...overrides,
});

export const summaryOf = (
  overrides: Partial<AuditSummary> = {},
): AuditSummary => ({
  run: auditRun(5),
  counts: { fail: 7, unmeasured: 2, exempt: 1, pass: 30 },
  score: 0.719,
  rules: [
    { ...RULES[0], counts: { fail: 4, pass: 12 }, score: 0.75 },
    { ...RULES[1], counts: { fail: 3, unmeasured: 2, pass: 1 }, score: 0.25 },
    { ...RULES[2], counts: { exempt: 1, pass: 17 }, score: 1 },
  ],
  owners: [
    { entityRef: WEB, title: 'Web team', counts: { fail: 5 }, score: 0 },
    { entityRef: '#1', hidden: true, counts: { fail: 2, pass: 2 }, score: 0.5 },
    { entityRef: 'none', counts: { pass: 9 }, score: 1 },
  ],
  systems: [
    { entityRef: 'system:default/sales', counts: { fail: 7 }, score: 0.4 },
  ],
  may: NOTHING_ALLOWED,
  exemptionDays: 180,
  fourEyes: true,
  ...overrides,
});

export const listed = (
  name: string,
  overrides: Partial<ListedFinding> = {},
): ListedFinding => ({
  ruleId: 'consumable',
  entityRef: `component:default/${name}`,
  kind: 'component',
  state: 'fail',
  severity: 'warning',
  weight: 1,
  message: 'It has no entry point',
  evidence: [],
  ownerRefs: [WEB],
  ...overrides,
});

export const entityFinding = (
  ruleId: string,
  overrides: Partial<EntityFinding> = {},
): EntityFinding => ({
  ruleId,
  entityRef: SHOP,
  state: 'fail',
  severity: 'warning',
  weight: 1,
  message: `What ${ruleId} found`,
  evidence: [],
  fix: { text: `Put ${ruleId} right.`, yaml: `fixes: ${ruleId}` },
  ...overrides,
});

export const findingsOfShop = (
  overrides: Partial<EntityFindings> = {},
): EntityFindings => ({
  entityRef: SHOP,
  run: auditRun(5),
  items: [entityFinding('consumable')],
  rules: RULES,
  exemptions: [],
  confirmations: [],
  mayConfirm: [],
  may: NOTHING_ALLOWED,
  exemptionDays: 180,
  ...overrides,
});

export const exemption = (overrides: Partial<Exemption> = {}): Exemption => ({
  id: 'e1',
  ruleId: 'consumable',
  entityRef: SHOP,
  reason: 'It moves house in January.',
  expiresOn: '2027-01-31',
  state: 'requested',
  events: [
    { act: 'requested', by: 'user:default/amara', at: '2026-11-20T08:00:00Z' },
  ],
  ...overrides,
});

export const diffOf = (overrides: Partial<AuditDiff> = {}): AuditDiff => ({
  from: auditRun(4),
  to: auditRun(5),
  counts: { worse: 2, better: 1 },
  byRule: {
    consumable: { worse: 2, better: 0 },
    'operations-team': { worse: 0, better: 1 },
  },
  owners: [],
  systems: [],
  items: [
    {
      ruleId: 'consumable',
      entityRef: 'component:default/till',
      from: 'pass',
      to: 'fail',
      better: false,
      ownerRefs: [WEB],
    },
  ],
  hiddenItems: 1,
  ...overrides,
});
