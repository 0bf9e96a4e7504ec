import { TestDatabases } from '@backstage/backend-test-utils';
import { graphOf } from '../../__testUtils__/graphOf';
import { SHOP } from '../../__testUtils__/shop';
import { everybody } from '../../__testUtils__/viewers';
import { migrateDatabase } from '../../database/migrateDatabase';
import { auditsOver, userCalling } from '../__testUtils__/auditsOver';
import { parseFindingsCursor } from './findingsCursor';

jest.setTimeout(60_000);

const WEB = 'component:default/web';
const asker = userCalling('user:default/asker');
const approver = userCalling('user:default/approver');

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'exemptions and lists, as time goes by, on %s',
  databaseId => {
    let now: Date;
    const start = async (config?: object) => {
      const client = await databases.init(databaseId);
      now = new Date('2026-06-01T10:00:00Z');
      const graph = graphOf(SHOP);
      const { audits, stores } = await auditsOver({
        knex: await migrateDatabase({ getClient: async () => client }),
        graph: () => graph,
        now: () => now,
        config,
      });
      await audits.runs.start(asker);
      const state = async () =>
        (await audits.entities.of(WEB, everybody(), asker)).items.find(
          ({ ruleId }) => ruleId === 'customer-involved',
        )?.state;
      const request = () =>
        audits.exemptions.request(
          {
            ruleId: 'customer-involved',
            entityRef: WEB,
            reason: 'For now',
            expiresOn: '2026-06-03',
          },
          everybody(),
          asker,
        );
      const decide = (id: string, act: 'approved' | 'rejected' | 'withdrawn') =>
        audits.exemptions.decide({ id, act }, everybody(), approver);
      return { audits, stores, state, request, decide };
    };

    it('an exemption holds through its last day in UTC', async () => {
      const { audits, state, request, decide } = await start();
      const { id } = await request();
      await decide(id, 'approved');
      now = new Date('2026-06-03T23:59:59Z');
      expect(await state()).toBe('exempt');
      now = new Date('2026-06-04T00:00:00Z');
      expect(await state()).toBe('fail');
      const summary = await audits.summaries.summary(everybody(), asker);
      expect(summary.counts).not.toHaveProperty('exempt');
      expect(summary.counts).toEqual(summary.run?.tally?.counts);
      expect(
        await audits.exemptions.list(
          { limit: 10, state: ['expired'] },
          everybody(),
          asker,
        ),
      ).toMatchObject({ items: [{ id, state: 'expired' }], hiddenItems: 0 });
      for (const act of ['approved', 'rejected', 'withdrawn'] as const) {
        await expect(decide(id, act)).rejects.toThrow(
          `The exemption "${id}" until 2026-06-03 is expired, so it can't be ${act}`,
        );
      }
    });

    it('one that nobody decided on in time can no longer be approved', async () => {
      const { request, decide, state } = await start();
      const { id } = await request();
      now = new Date('2026-06-04T00:00:00Z');
      await expect(decide(id, 'approved')).rejects.toMatchObject({
        name: 'ConflictError',
      });
      expect(await state()).toBe('fail');
    });

    it('two eyes are enough where configuration says so', async () => {
      const { audits, request, state } = await start({
        exemptions: { fourEyes: false },
      });
      const { id } = await request();
      await audits.exemptions.decide(
        { id, act: 'approved' },
        everybody(),
        asker,
      );
      expect(await state()).toBe('exempt');
    });

    it('a list is read to its end from the run that it began with, while that is kept', async () => {
      const { audits, stores } = await start();
      const page = (cursor?: string) =>
        audits.findings.page(
          {},
          {
            limit: 5,
            ...(cursor && { cursor: parseFindingsCursor(cursor, {}) }),
          },
          { viewer: everybody(), caller: asker },
        );
      const { nextCursor } = await page();
      now = new Date('2026-06-01T16:00:00Z');
      await audits.runs.start(asker);
      expect(await page(nextCursor)).toMatchObject({ run: { id: 1 } });
      now = new Date('2026-12-01T00:00:00Z');
      await stores.runs.prune({ findingsSince: now, runsSince: now });
      await expect(page(nextCursor)).rejects.toThrow(
        'The findings of run "1" are no longer kept. Begin again without a cursor',
      );
      expect(await page()).toMatchObject({ run: { id: 2 } });
    });
  },
);
