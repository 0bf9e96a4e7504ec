import { parse } from 'yaml';
import { draw, Sketch } from '../__testUtils__/draw';
import { Audit, AuditOptions } from './Audit';
import { AuditRule } from './AuditRule';
import { readDeclarations } from '../model/declarations';
import { FindingState } from './finding';
import { AUDIT_RULES } from './rules';
import { DEFAULT_AUDIT_SETTINGS } from './settings';

const now = new Date('2026-06-30T12:00:00Z');

const WEB = 'component:default/web';
const DB = 'resource:default/db';
const SHOP = 'system:default/shop';
const BUYERS = 'customer:default/buyers';
const SRE = 'group:default/sre';

const buyers = (tier?: number): Record<string, Sketch> => ({
  [BUYERS]: { spec: { type: 'economic', tier } },
});

const users = (...names: string[]): Record<string, Sketch> =>
  Object.fromEntries(names.map(name => [`user:default/${name}`, {}]));

const READY = {
  'on-call': 'https://oncall.example.com',
  runbooks: 'https://runbooks.example.com',
  dashboards: 'https://dashboards.example.com',
  'trained-on': '2026-01-31',
  manager: 'ada',
  'reviewed-on': '2026-05-01',
};

const sre = (annotations: Record<string, string> = READY) => ({
  [SRE]: {
    annotations,
    relations: {
      hasMember: ['ada', 'bob', 'cy'].map(u => `user:default/${u}`),
    },
  },
  ...users('ada', 'bob', 'cy'),
});

const says = (annotations: Record<string, string>): Sketch => ({ annotations });
const forBuyers = says({ 'economic-customers': 'buyers' });
const bySre = says({ 'operations-team': 'sre' });
const owned = (...owners: string[]): Sketch => ({
  relations: { ownedBy: owners },
});

type Case = [
  rule: string,
  state: FindingState | 'no finding',
  subject: string,
  catalog: Record<string, Sketch>,
  message: RegExp,
  path?: string[],
];

const cases: Case[] = [
  [
    'economic-customer',
    'pass',
    WEB,
    { [WEB]: forBuyers, ...buyers() },
    /1 economic/,
    [WEB],
  ],
  [
    'economic-customer',
    'pass',
    DB,
    {
      [WEB]: { ...forBuyers, relations: { dependsOn: [DB] } },
      [DB]: {},
      ...buyers(),
    },
    /1 economic/,
    [DB, WEB],
  ],
  ['economic-customer', 'fail', WEB, { [WEB]: {} }, /no economic customer/],
  [
    'economic-customer',
    'fail',
    WEB,
    { [WEB]: forBuyers },
    /None of its/,
    [WEB],
  ],
  [
    'economic-customer',
    'no finding',
    'domain:default/d',
    { 'domain:default/d': {} },
    /^/,
  ],

  [
    'operations-team',
    'pass',
    WEB,
    { [WEB]: bySre, ...sre() },
    /1 operations team/,
    [WEB],
  ],
  [
    'operations-team',
    'unmeasured',
    WEB,
    { [WEB]: owned(SRE), ...sre() },
    /assumed/,
    [WEB],
  ],
  [
    'operations-team',
    'fail',
    WEB,
    { [WEB]: bySre },
    /not in the catalog/,
    [WEB],
  ],
  ['operations-team', 'fail', WEB, { [WEB]: {} }, /Nobody operates it/],

  [
    'known-references',
    'pass',
    WEB,
    { [WEB]: forBuyers, ...buyers() },
    /All that it declares/,
  ],
  ['known-references', 'fail', WEB, { [WEB]: forBuyers }, /not in the catalog/],
  [
    'known-references',
    'fail',
    WEB,
    { [WEB]: says({ 'operations-team': 'customer:buyers' }), ...buyers() },
    /not allowed there/,
  ],
  ['known-references', 'skipped', WEB, { [WEB]: {} }, /declares nothing/],

  [
    'readable-declarations',
    'pass',
    WEB,
    { [WEB]: says({ layer: 'data', provider: 'X' }) },
    /can be read/,
  ],
  [
    'readable-declarations',
    'fail',
    SRE,
    sre({ 'trained-on': 'June' }),
    /can’t be read/,
  ],
  [
    'readable-declarations',
    'skipped',
    'user:default/ada',
    users('ada'),
    /declares nothing/,
  ],

  [
    'serves-someone',
    'pass',
    DB,
    { [WEB]: { relations: { dependsOn: [DB], ownedBy: [SRE] } }, [DB]: {} },
    /1 customer/,
    [DB, WEB],
  ],
  ['serves-someone', 'fail', DB, { [DB]: {} }, /what is it for/],
  ['serves-someone', 'no finding', SHOP, { [SHOP]: {} }, /^/],

  [
    'infrastructure-owned',
    'pass',
    WEB,
    { [WEB]: { relations: { dependsOn: [DB] } }, [DB]: owned(SRE), ...sre() },
    /1 thing that/,
  ],
  [
    'infrastructure-owned',
    'fail',
    WEB,
    { [WEB]: { relations: { dependsOn: [DB] } }, [DB]: owned(SRE) },
    /1 of 1 thing that it rests on has/,
    [WEB, DB],
  ],
  [
    'infrastructure-owned',
    'fail',
    SHOP,
    {
      [SHOP]: { relations: { hasPart: [WEB] } },
      [WEB]: { relations: { dependsOn: [DB] } },
    },
    /2 of 2 things that it rests on have/,
    [SHOP, WEB],
  ],
  ['infrastructure-owned', 'skipped', WEB, { [WEB]: {} }, /rests on nothing/],

  [
    'internal-stage',
    'pass',
    WEB,
    {
      [WEB]: says({ 'internal-customers': 'sre' }),
      ...sre({ stage: 'back-stage' }),
    },
    /all have a stage/,
  ],
  [
    'internal-stage',
    'fail',
    WEB,
    { [WEB]: says({ 'internal-customers': 'sre' }), ...sre() },
    /1 internal customer without/,
    [WEB],
  ],
  [
    'internal-stage',
    'skipped',
    DB,
    {
      [WEB]: { relations: { dependsOn: [DB], ownedBy: [SRE] } },
      [DB]: {},
      ...sre(),
    },
    /no internal customers/,
  ],
  [
    'internal-stage',
    'skipped',
    WEB,
    { [WEB]: says({ 'internal-customers': 'user:ada' }), ...users('ada') },
    /no internal customers/,
  ],

  [
    'consumable',
    'pass',
    WEB,
    {
      [WEB]: says({
        'economic-customers': 'buyers',
        'entry-point': 'https://a.example.com',
        support: 'mailto:a@example.com',
      }),
    },
    /entry point and a support/,
  ],
  [
    'consumable',
    'fail',
    WEB,
    {
      [WEB]: says({
        'economic-customers': 'buyers',
        support: 'mailto:a@example.com',
      }),
    },
    /^It has no entry point$/,
  ],
  [
    'consumable',
    'fail',
    WEB,
    { [WEB]: forBuyers },
    /no entry point and no support route/,
  ],
  ['consumable', 'skipped', WEB, { [WEB]: {} }, /no customer/],

  [
    'customer-involved',
    'pass',
    WEB,
    {
      [WEB]: says({
        'economic-customers': 'buyers',
        'confirmed-on': '2026-01-01',
      }),
    },
    /within 180 days/,
  ],
  [
    'customer-involved',
    'fail',
    WEB,
    {
      [WEB]: says({
        'economic-customers': 'buyers',
        'confirmed-on': '2025-12-31',
      }),
    },
    /not confirmed within 180 days/,
  ],
  [
    'customer-involved',
    'fail',
    WEB,
    {
      [WEB]: says({
        'economic-customers': 'buyers',
        'confirmed-on': '2026-07-01',
      }),
    },
    /yet to come/,
  ],
  ['customer-involved', 'fail', WEB, { [WEB]: forBuyers }, /never confirmed/],
  ['customer-involved', 'skipped', WEB, { [WEB]: {} }, /no customer/],

  [
    'customer-served',
    'pass',
    BUYERS,
    { [WEB]: forBuyers, ...buyers() },
    /1 entity/,
  ],
  [
    'customer-served',
    'pass',
    BUYERS,
    {
      [WEB]: says({ 'economic-customers': 'shoppers' }),
      [BUYERS]: { relations: { parentOf: ['customer:default/shoppers'] } },
      'customer:default/shoppers': {},
    },
    /1 entity/,
  ],
  ['customer-served', 'fail', BUYERS, buyers(), /Nothing has it/],

  ['team-staffed', 'pass', SRE, { [WEB]: bySre, ...sre() }, /3 members/],
  [
    'team-staffed',
    'pass',
    SRE,
    {
      [WEB]: bySre,
      [SRE]: { relations: { parentOf: ['group:default/night'] } },
      'group:default/night': {
        relations: {
          parentOf: [SRE],
          hasMember: ['ada', 'bob', 'cy'].map(u => `user:default/${u}`),
        },
      },
      ...users('ada', 'bob', 'cy'),
    },
    /3 members/,
  ],
  [
    'team-staffed',
    'fail',
    SRE,
    {
      [WEB]: bySre,
      [SRE]: {
        relations: { hasMember: ['user:default/ada', 'user:default/gone'] },
      },
      ...users('ada'),
    },
    /1 member; at least 3/,
  ],
  ['team-staffed', 'skipped', SRE, sre(), /operates nothing/],

  [
    'team-trained',
    'pass',
    SRE,
    { [WEB]: owned(SRE), ...sre() },
    /Trained on 2026-01-31/,
  ],
  [
    'team-trained',
    'fail',
    SRE,
    { [WEB]: bySre, ...sre({ 'trained-on': '2025-06-29' }) },
    /more than 365 days/,
  ],
  [
    'team-trained',
    'unmeasured',
    SRE,
    { [WEB]: bySre, ...sre({}) },
    /No date of a training/,
  ],
  ['team-trained', 'skipped', SRE, sre(), /operates nothing/],

  [
    'team-equipped',
    'pass',
    SRE,
    { [WEB]: bySre, ...sre() },
    /On-call, runbooks and dashboards/,
  ],
  [
    'team-equipped',
    'fail',
    SRE,
    { [WEB]: bySre, ...sre({ runbooks: 'https://r.example.com' }) },
    /Missing: on-call, dashboards/,
  ],
  ['team-equipped', 'skipped', SRE, sre(), /operates nothing/],

  [
    'team-managed',
    'pass',
    SRE,
    { [WEB]: bySre, ...sre() },
    /Reviewed on 2026-05-01/,
  ],
  [
    'team-managed',
    'fail',
    SRE,
    { [WEB]: bySre, ...sre({ manager: 'gone', 'reviewed-on': '2026-05-01' }) },
    /gone is not in the catalog/,
  ],
  [
    'team-managed',
    'fail',
    SRE,
    { [WEB]: bySre, ...sre({ manager: 'ada' }) },
    /Never reviewed/,
  ],
  ['team-managed', 'skipped', SRE, sre(), /operates nothing/],

  [
    'critical-chain',
    'pass',
    BUYERS,
    {
      [WEB]: {
        annotations: {
          'economic-customers': 'buyers',
          'operations-team': 'sre',
        },
      },
      ...sre(),
      ...buyers(1),
    },
    /all ready/,
  ],
  [
    'critical-chain',
    'fail',
    BUYERS,
    {
      [WEB]: {
        annotations: {
          'economic-customers': 'buyers',
          'operations-team': 'sre',
        },
        relations: { dependsOn: [DB] },
      },
      [DB]: says({ 'operations-team': 'dba' }),
      'group:default/dba': {},
      ...sre(),
      ...buyers(1),
    },
    /1 of 2 operations teams behind it fails/,
  ],
  [
    'critical-chain',
    'fail',
    BUYERS,
    {
      [WEB]: {
        annotations: {
          'economic-customers': 'buyers',
          'operations-team': 'gone',
        },
      },
      ...buyers(1),
    },
    /1 of 1 operations team behind it fails/,
  ],
  [
    'critical-chain',
    'unmeasured',
    BUYERS,
    {
      [WEB]: {
        annotations: {
          'economic-customers': 'buyers',
          'operations-team': 'sre',
        },
      },
      ...sre({ ...READY, 'trained-on': 'June' }),
      ...buyers(1),
    },
    /not all is known/,
  ],
  [
    'critical-chain',
    'unmeasured',
    BUYERS,
    { [WEB]: forBuyers, ...buyers(1) },
    /Nobody is known to operate/,
  ],
  ['critical-chain', 'skipped', BUYERS, buyers(1), /Nothing has it/],
  [
    'critical-chain',
    'skipped',
    BUYERS,
    { [WEB]: forBuyers, ...buyers(2) },
    /tier 1/,
  ],
];

const findingOf = (
  ruleId: string,
  entityRef: string,
  catalog: Record<string, Sketch>,
  options?: Partial<AuditOptions>,
) =>
  new Audit(draw(catalog), { now, ...options })
    .of(entityRef)!
    .findings.find(finding => finding.ruleId === ruleId);

it.each(
  cases.map(([rule, state, subject, catalog, message, path]) => ({
    rule,
    state,
    subject,
    catalog,
    message,
    path,
  })),
)('$rule: $state, of $subject', options => {
  const { rule, state, subject, catalog, message, path } = options;
  const finding = findingOf(rule, subject, catalog);
  expect(finding?.state ?? 'no finding').toBe(state);
  expect(finding?.message ?? '').toMatch(message);
  expect(path ?? []).toEqual(path ? finding?.evidence[0]?.path : []);
});

it('has a case for each rule', () => {
  expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual(
    AUDIT_RULES.map(({ id }) => id).sort(),
  );
});

const catalog = {
  [WEB]: {
    ...forBuyers,
    annotations: { ...forBuyers.annotations, ...bySre.annotations },
  },
  ...buyers(1),
  ...sre({ manager: 'ada' }),
};

it('counts evidence from elsewhere beside annotations, of dates the newer one', () => {
  const evidence = (ref: string) =>
    ({
      [SRE]: {
        team: {
          onCall: 'https://pager.example.com',
          runbooks: ['https://wiki.example.com'],
          dashboards: ['https://graphs.example.com'],
          trainedOn: '2026-02-01',
          reviewedOn: '2026-06-01',
          by: { onCall: 'pager', trainedOn: 'register' },
        },
      },
      [WEB]: { confirmedOn: '2026-06-02' },
    }[ref]);
  const states = (ref: string) =>
    new Audit(draw(catalog), { now, evidence })
      .of(ref)!
      .findings.filter(({ ruleId }) => /^team|involved/.test(ruleId))
      .map(({ state }) => state);
  expect(states(SRE)).toEqual(['pass', 'pass', 'pass', 'pass']);
  expect(states(WEB)).toEqual(['pass']);
  const tells = (ruleId: string, own: Record<string, string>) =>
    findingOf(
      ruleId,
      SRE,
      { ...catalog, ...sre({ manager: 'ada', ...own }) },
      { evidence },
    )?.message;
  expect(tells('team-equipped', {})).toBe(
    'On-call by pager, runbooks and dashboards',
  );
  expect(tells('team-equipped', { 'on-call': 'https://own.example.com' })).toBe(
    'On-call, runbooks and dashboards',
  );
  expect(tells('team-trained', { 'trained-on': '2026-01-01' })).toMatch(
    /^Trained on 2026-02-01 by register, not more/,
  );
  expect(tells('team-trained', { 'trained-on': '2026-02-01' })).toMatch(
    /^Trained on 2026-02-01, not more/,
  );
  expect(
    findingOf('critical-chain', BUYERS, catalog, { evidence })?.state,
  ).toBe('pass');
  expect(
    findingOf(
      'customer-involved',
      WEB,
      {
        ...catalog,
        [WEB]: says({
          'economic-customers': 'buyers',
          'confirmed-on': '2026-06-20',
        }),
      },
      { evidence },
    )?.evidence,
  ).toEqual([{ text: 'confirmed on 2026-06-20' }]);
});

it('loses only the finding of a rule that throws', () => {
  const wrong: AuditRule = {
    ...AUDIT_RULES[0],
    id: 'wrong',
    check: ({ subject }) => {
      throw new Error(`No verdict on ${subject.entityRef}`);
    },
  };
  const { findings } = new Audit(draw(catalog), {
    now,
    rules: [wrong, ...AUDIT_RULES],
  }).of(WEB)!;
  expect(findings[0]).toMatchObject({
    ruleId: 'wrong',
    state: 'unmeasured',
    message: `The rule could not be checked: No verdict on ${WEB}`,
    evidence: [],
  });
  expect(findings.length).toBeGreaterThan(5);
});

it('judges as configured', () => {
  const settings = {
    ...DEFAULT_AUDIT_SETTINGS,
    rules: {
      'team-trained': { enabled: false },
      'team-staffed': { severity: 'error' as const },
      'team-managed': { weight: 7 },
    },
    readiness: { ...DEFAULT_AUDIT_SETTINGS.readiness, minimumMembers: 4 },
  };
  const { findings } = new Audit(draw(catalog), { now, settings }).of(SRE)!;
  expect(
    findings
      .filter(({ ruleId }) => ruleId.startsWith('team'))
      .map(({ ruleId, severity, weight, state }) => [
        ruleId,
        severity,
        weight,
        state,
      ]),
  ).toEqual([
    ['team-staffed', 'error', 3, 'fail'],
    ['team-equipped', 'warning', 1, 'fail'],
    ['team-managed', 'warning', 7, 'fail'],
  ]);
});

it('goes through all that the catalog holds, by ref, with owner and System', () => {
  const graph = draw({
    [DB]: owned(SRE, 'group:default/dba'),
    [WEB]: { title: 'Web', relations: { partOf: ['component:default/site'] } },
    'component:default/site': { relations: { partOf: [SHOP] } },
    [SHOP]: {},
    'location:default/l': {},
  });
  const all = [...new Audit(graph, { now }).all()];
  expect(all.map(({ subject }) => subject)).toEqual([
    {
      entityRef: 'component:default/site',
      kind: 'component',
      ownerRefs: [],
      systemRef: SHOP,
      declares: false,
    },
    {
      entityRef: WEB,
      kind: 'component',
      title: 'Web',
      ownerRefs: [],
      systemRef: SHOP,
      declares: false,
    },
    {
      entityRef: 'location:default/l',
      kind: 'location',
      ownerRefs: [],
      declares: false,
    },
    {
      entityRef: DB,
      kind: 'resource',
      ownerRefs: ['group:default/dba', SRE],
      declares: false,
    },
    {
      entityRef: SHOP,
      kind: 'system',
      ownerRefs: [],
      systemRef: SHOP,
      declares: false,
    },
  ]);
  expect(
    new Audit(graph, { now }).of('component:default/none'),
  ).toBeUndefined();
});

it('gives each rule a fix that can be read back', () => {
  for (const rule of AUDIT_RULES) {
    const kind = rule.kinds?.[0] ?? 'component';
    const { text, yaml } = rule.fix({
      entityRef: `${kind}:default/x`,
      kind,
      ownerRefs: [SRE],
      declares: false,
    });
    expect(text).toMatch(/\.$/);
    const { metadata = {} } = yaml ? parse(yaml) : {};
    expect(
      readDeclarations({
        apiVersion: 'x/v1',
        kind: 'Component',
        metadata: { name: 'web', ...metadata },
      }).problems,
    ).toEqual([]);
  }
});
