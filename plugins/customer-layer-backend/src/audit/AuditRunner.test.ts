import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AUDIT_RULES,
  DEFAULT_AUDIT_SETTINGS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidenceSource } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Knex } from 'knex';
import { range } from 'lodash';
import { graphOf, NOW } from '../__testUtils__/graphOf';
import { entity, SHOP } from '../__testUtils__/shop';
import { migrateDatabase } from '../database/migrateDatabase';
import { systemClock } from '../replica/Clock';
import { AuditRunner, PublishedChange } from './AuditRunner';
import { auditStores, AuditStores } from './database/auditStores';
import { FINDINGS } from './database/tables';
import { EvidenceBook } from './evidence/EvidenceBook';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const DAY = 86_400_000;
const TODAY = NOW.toISOString().slice(0, 10);
const WEB = 'component:default/web';
const SRE = 'group:default/sre';

describe.each(databases.eachSupportedId())(
  'the runner of audits on %s',
  databaseId => {
    let knex: Knex;
    let now: Date;
    let entities: readonly Entity[];
    let stores: AuditStores;
    let told: PublishedChange[];
    let ended: unknown[];
    let runner: AuditRunner;
    /** Stands where the sources of evidence are asked. */
    let gathering: EvidenceSource['gather'];

    beforeEach(async () => {
      const client = await databases.init(databaseId);
      knex = await migrateDatabase({ getClient: async () => client });
      now = NOW;
      entities = SHOP;
      told = [];
      ended = [];
      gathering = async () => new Map();
      stores = auditStores({ knex, now: () => now });
      const logger = mockServices.logger.mock();
      runner = new AuditRunner({
        keeper: { graph: () => graphOf(entities) },
        stores,
        config: {
          settings: DEFAULT_AUDIT_SETTINGS,
          retention: { findings: 90 * DAY, runs: 400 * DAY },
        },
        rules: AUDIT_RULES,
        evidence: new EvidenceBook({
          confirmations: stores.confirmations,
          evidence: stores.evidence,
          sources: [{ id: 'any', gather: options => gathering(options) }],
          logger,
          clock: systemClock,
        }),
        refused: { reasons: new Map() },
        auditor: mockServices.auditor.mock({
          createEvent: jest.fn(async ({ eventId, meta }) => ({
            success: async (options?: { meta?: { run?: number } }) => {
              ended.push([eventId, meta, options?.meta?.run]);
            },
            fail: async ({ error }: { error: Error }) => {
              ended.push([eventId, meta, error.message]);
            },
          })),
        }),
        logger,
        telemetry: { audited() {} },
        notifier: { tell: async change => void told.push(change) },
        now: () => now,
      });
    });

    const run = (signal = new AbortController().signal) =>
      runner.run('user:default/me', signal);

    const stateOf = async (entityRef: string, ruleId: string) => {
      const published = await stores.runs.published();
      const findings = await stores.queries.of(entityRef, {
        run: published?.id ?? 0,
        today: TODAY,
      });
      return findings.find(finding => finding.ruleId === ruleId)?.state;
    };

    const confirm = async (
      entityRef: string,
      kind: 'delivery' | 'training',
    ) => {
      await stores.confirmations.add({
        entityRef,
        kind,
        date: TODAY,
        by: 'user:default/me',
      });
    };

    const counted = async (id: number) => {
      const counts: Record<string, number> = {};
      const at = { run: id, today: TODAY };
      for (const { state, count } of await stores.queries.counted(at)) {
        counts[state] = (counts[state] ?? 0) + count;
      }
      return counts;
    };

    it('publishes what it finds, sums it up, and tells what changed', async () => {
      const asked: string[][] = [];
      gathering = async ({ teamRefs }) => {
        asked.push(teamRefs);
        return new Map([[SRE, { team: { trainedOn: TODAY } }]]);
      };
      const first = await run();
      expect(first).toMatchObject({
        state: 'done',
        startedBy: 'user:default/me',
        graph: graphOf(SHOP).stamp,
        subjects: { total: SHOP.length, done: SHOP.length },
        // The web shop, its cart and its database.
        twoCustomers: { entities: 3, economic: 3, both: 2 },
      });
      expect(first).toEqual(await stores.runs.published());
      expect(first.tally?.counts).toEqual(await counted(first.id));
      expect(first.byRule?.['economic-customer']).toEqual({
        counts: { pass: 3 },
        score: 1,
      });
      expect(first.byRule?.['critical-chain'].counts).not.toHaveProperty(
        'skipped',
      );
      expect(asked).toEqual([
        ['group:default/secret-dba', SRE, 'group:default/web-team'],
      ]);
      expect(await stateOf(SRE, 'team-trained')).toBe('pass');
      expect(told).toEqual([]);
      expect(ended).toEqual([
        ['audit-run', { startedBy: 'user:default/me' }, first.id],
      ]);

      const before = await knex(FINDINGS).orderBy(['subject_ref', 'rule_id']);
      const second = await run();
      expect(await knex(FINDINGS).orderBy(['subject_ref', 'rule_id'])).toEqual(
        before,
      );
      expect(second.tally).toEqual(first.tally);
      expect(told.splice(0)).toEqual([
        { from: first, to: second, changes: [] },
      ]);

      entities = SHOP.filter(({ kind }) => kind !== 'Resource');
      const third = await run();
      expect(await stateOf('resource:default/db', 'economic-customer')).toBe(
        undefined,
      );
      expect(told).toMatchObject([{ from: { id: second.id }, to: third }]);
      expect(
        told[0].changes.map(({ from, to }) => [
          (from ?? to)?.entityRef,
          (from ?? to)?.ruleId,
        ]),
      ).toContainEqual(['resource:default/db', 'economic-customer']);
    });

    it('counts what is exempt as such', async () => {
      const asked = await stores.exemptions.request(
        {
          entityRef: WEB,
          ruleId: 'consumable',
          reason: 'Soon gone',
          expiresOn: TODAY,
        },
        'user:default/me',
      );
      await stores.exemptions.act(asked, {
        act: 'approved',
        by: 'user:default/boss',
      });
      const { id, tally, byRule } = await run();
      expect(byRule?.consumable.counts).toMatchObject({ exempt: 1 });
      expect(tally?.counts).toEqual(await counted(id));
    });

    it('amends what was confirmed since, and leaves that to a run that is under way', async () => {
      await runner.amend([WEB]);
      await run();
      expect(await stateOf(WEB, 'customer-involved')).toBe('fail');
      await confirm(WEB, 'delivery');
      await runner.amend([WEB, 'component:default/nothing']);
      expect(await stateOf(WEB, 'customer-involved')).toBe('pass');

      // When the sources were asked, the run has not looked at any entity yet; after that, at all of them.
      const write = stores.findings.write.bind(stores.findings);
      stores.findings.write = async (...args) => {
        await write(...args);
        await confirm(SRE, 'training');
        await runner.amend([SRE]);
        expect(await stateOf(SRE, 'team-trained')).not.toBe('pass');
      };
      const end = stores.runs.end.bind(stores.runs);
      stores.runs.end = async (...args) => {
        const cart = 'component:default/secret-cart';
        await confirm(cart, 'delivery');
        await runner.amend([cart]);
        return end(...args);
      };
      const { id, byRule } = await run();
      expect(await stateOf(SRE, 'team-trained')).toBe('pass');
      expect(byRule?.['team-trained'].counts).toMatchObject({ pass: 1 });
      expect(
        await stateOf('component:default/secret-cart', 'customer-involved'),
      ).toBe('pass');
      expect((await stores.runs.published())?.id).toBe(id);
    });

    it('leaves everything as it was when it is stopped or fails', async () => {
      const first = await run();
      const before = await knex(FINDINGS).orderBy(['subject_ref', 'rule_id']);
      entities = [
        ...SHOP.slice(3),
        ...range(250).map(index => entity(`Component:default/c${index}`)),
      ];

      const stop = new AbortController();
      const write = stores.findings.write.bind(stores.findings);
      stores.findings.write = async (...args) => {
        await write(...args);
        stop.abort(new Error('The backend was stopped'));
      };
      await expect(run(stop.signal)).rejects.toThrow('The backend was stopped');
      expect(await stores.runs.published()).toEqual(first);
      expect(await stores.runs.list({ limit: 1 })).toMatchObject([
        { state: 'failed', error: 'The backend was stopped' },
      ]);
      expect(ended.pop()).toEqual([
        'audit-run',
        { startedBy: 'user:default/me' },
        'The backend was stopped',
      ]);

      // Another replica takes over from one that was held up.
      stores.findings.write = async (...args) => {
        stores.findings.write = write;
        await run();
        await write(...args);
      };
      await expect(run()).rejects.toThrow('was given up');
      expect(await stores.runs.running()).toBeUndefined();

      entities = SHOP;
      const last = await run();
      expect(last.tally).toEqual(first.tally);
      expect(
        (await knex(FINDINGS).where('since_run', '<=', first.id)).length,
      ).toBe(before.length);
      expect(await stores.queries.changes(first.id, last.id)).toEqual([]);
    });
  },
);
