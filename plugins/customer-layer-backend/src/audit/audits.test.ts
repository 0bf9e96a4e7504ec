import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { dayOf } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ask } from '../__testUtils__/contract';
import { startPlugin } from '../__testUtils__/startPlugin';

const ASKER = 'user:default/asker';
const BOSS = 'user:default/boss';
const WEB = 'component:default/web';
const SRE = 'group:default/sre';
const INVOLVED = 'customer-involved';

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => dayOf(new Date(Date.now() + days * DAY_MS));

const as = (user: string) => ({ token: mockCredentials.user.token(user) });

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'the audit over HTTP, from the first run to what people say, on %s',
  databaseId => {
    let plugin: Awaited<ReturnType<typeof startPlugin>>;
    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      plugin = await startPlugin({
        groupsOf: { [ASKER]: ['group:default/web-team'] },
        features: [mockServices.database.factory({ knex })],
      });
      await plugin.refresh();
    });

    it('says that nothing was audited yet', async () => {
      const { audit } = plugin;
      const summary = await audit.getAuditSummary(as(ASKER));
      expect(summary).toMatchObject({ counts: {}, owners: [], systems: [] });
      expect(summary).not.toHaveProperty('run');
      expect(summary.rules.map(({ id }) => id)).toContain(INVOLVED);
      expect(await audit.getFindings({}, as(ASKER))).toEqual({
        items: [],
        totalItems: 0,
        hiddenItems: 0,
      });
      expect(await audit.getEntityFindings(WEB, as(ASKER))).toMatchObject({
        items: [],
        mayConfirm: ['delivery'],
      });
      await expect(
        audit.exportFindings({ format: 'csv' }, as(ASKER)),
      ).rejects.toMatchObject({ statusCode: 503 });
      expect((await ask(plugin, 'get', 'audit/diff')).status).toBe(404);
    });

    it('audits when somebody asks, and sums up what it found', async () => {
      const { audit } = plugin;
      await audit.startAuditRun(as(ASKER));
      const { items: runs } = await audit.getAuditRuns({}, as(ASKER));
      expect(runs).toMatchObject([{ id: 1, state: 'done', startedBy: ASKER }]);
      expect(runs[0].twoCustomers).toEqual({
        entities: 3,
        economic: 3,
        both: 2,
      });

      const summary = await audit.getAuditSummary(as(ASKER));
      expect(summary.run).toEqual(runs[0]);
      expect(summary.counts).toEqual(runs[0].tally?.counts);
      expect(summary.score).toBe(runs[0].tally?.score);
      for (const rule of summary.rules) {
        expect(rule.counts).toEqual(runs[0].byRule?.[rule.id]?.counts ?? {});
      }
      const scores = summary.owners.map(({ score = 2 }) => score);
      expect(scores).toEqual([...scores].sort());
      expect(summary.systems.map(({ entityRef }) => entityRef)).toEqual([
        'none',
      ]);
      expect(summary.may).toEqual({ run: true, request: true, approve: true });
      expect(summary.exemptionDays).toBe(180);
    });

    it('lists findings page by page, as many as it says', async () => {
      const { audit } = plugin;
      const summary = await audit.getAuditSummary(as(ASKER));
      const query = {
        state: ['fail' as const],
        kind: ['component', 'customer'],
      };
      const all = await audit.getFindings(query, as(ASKER));
      expect(all.totalItems).toBe(all.items.length);
      expect(all.items.length).toBeGreaterThan(2);
      let cursor: string | undefined;
      const paged = [];
      do {
        const page = await audit.getFindings(
          { ...query, limit: 2, cursor },
          as(ASKER),
        );
        expect(page.totalItems).toBe(cursor ? undefined : all.totalItems);
        paged.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(all.items);

      const web = await audit.getFindings(
        { owner: 'group:web-team', limit: 1000 },
        as(ASKER),
      );
      const tally = summary.owners.find(
        ({ entityRef }) => entityRef === 'group:default/web-team',
      );
      expect(web.totalItems).toBe(
        Object.values(tally?.counts ?? {}).reduce((a, b) => a + b, 0),
      );
      const found = await audit.getFindings({ text: 'web SH' }, as(ASKER));
      expect(new Set(found.items.map(({ entityRef }) => entityRef))).toEqual(
        new Set([WEB]),
      );
      expect(found.totalItems).toBe(found.items.length);
    });

    it('exempts a finding once somebody else approves, and shows it at once', async () => {
      const { audit } = plugin;
      const finding = async () => {
        const { items } = await audit.getEntityFindings(WEB, as(ASKER));
        return items.find(({ ruleId }) => ruleId === INVOLVED);
      };
      expect(await finding()).toMatchObject({
        state: 'fail',
        fix: { text: expect.stringContaining('Ask the customer side') },
      });
      const before = await audit.getAuditSummary(as(ASKER));
      const request = {
        ruleId: INVOLVED,
        entityRef: 'component:web',
        reason: ' They are on holiday. ',
        expiresOn: inDays(0),
      };
      const exemption = await audit.requestExemption(request, as(ASKER));
      expect(exemption).toMatchObject({
        entityRef: WEB,
        reason: 'They are on holiday.',
        state: 'requested',
        events: [{ act: 'requested', by: ASKER }],
      });
      expect(await finding()).toMatchObject({ state: 'fail' });
      await expect(
        audit.requestExemption(request, as(BOSS)),
      ).rejects.toMatchObject({ statusCode: 409 });
      await expect(
        audit.decideExemption(exemption.id, { act: 'approved' }, as(ASKER)),
      ).rejects.toMatchObject({ statusCode: 403 });

      await audit.decideExemption(
        exemption.id,
        { act: 'approved', note: 'Fine.' },
        as(BOSS),
      );
      expect(await finding()).toMatchObject({
        state: 'exempt',
        exemption: { id: exemption.id, expiresOn: request.expiresOn },
      });
      const after = await audit.getAuditSummary(as(ASKER));
      expect(after.counts.exempt).toBe(1);
      expect(after.counts.fail).toBe(Number(before.counts.fail) - 1);
      const csv = await audit.exportFindings(
        { format: 'csv', state: ['exempt'] },
        as(ASKER),
      );
      expect(await csv.text()).toContain('They are on holiday.');

      await expect(
        audit.decideExemption(exemption.id, { act: 'rejected' }, as(BOSS)),
      ).rejects.toMatchObject({ statusCode: 409 });
      await audit.decideExemption(
        exemption.id,
        { act: 'withdrawn' },
        as(ASKER),
      );
      expect(await finding()).toMatchObject({ state: 'fail' });
      const { exemptions } = await audit.getEntityFindings(WEB, as(ASKER));
      expect(exemptions.map(({ state }) => state)).toEqual(['withdrawn']);
      expect(
        await audit.getExemptions({ state: ['requested'] }, as(ASKER)),
      ).toEqual({ items: [], hiddenItems: 0 });
    });

    it('shows a confirmation at once', async () => {
      const { audit } = plugin;
      const state = async (ref: string, rule: string) =>
        (await audit.getEntityFindings(ref, as(ASKER))).items.find(
          ({ ruleId }) => ruleId === rule,
        )?.state;
      expect(await state(WEB, INVOLVED)).toBe('fail');
      const confirmation = await audit.confirm(
        {
          entityRef: WEB,
          kind: 'delivery',
          date: inDays(-3),
          note: 'All well.',
        },
        as(ASKER),
      );
      expect(confirmation).toMatchObject({ by: ASKER, note: 'All well.' });
      expect(await state(WEB, INVOLVED)).toBe('pass');
      const { confirmations, mayConfirm } = await audit.getEntityFindings(
        WEB,
        as(BOSS),
      );
      expect(confirmations).toEqual([confirmation]);
      expect(mayConfirm).toEqual([]);
      await expect(
        plugin.client.getLayers(WEB, as(ASKER)),
      ).resolves.toMatchObject({ delivery: { confirmedOn: inDays(-3) } });

      expect(await state(SRE, 'team-trained')).toBe('unmeasured');
      expect((await audit.getEntityFindings(SRE, as(BOSS))).mayConfirm).toEqual(
        ['training', 'review'],
      );
      await audit.confirm(
        { entityRef: SRE, kind: 'training', date: inDays(0) },
        as(BOSS),
      );
      expect(await state(SRE, 'team-trained')).toBe('pass');
      await expect(
        audit.confirm(
          { entityRef: SRE, kind: 'training', date: inDays(0) },
          as(ASKER),
        ),
      ).rejects.toMatchObject({
        statusCode: 403,
        body: {
          error: {
            message: `The training of "${SRE}" is not yours to confirm. Those who may are the members of the team and its manager`,
          },
        },
      });
    });
  },
);
