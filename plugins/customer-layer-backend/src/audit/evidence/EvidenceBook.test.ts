import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ConfirmationKind,
  layersOf,
  MoreEvidence,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidenceSource } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import { FastClock } from '../../__testUtils__/FastClock';
import { graphOf, NOW } from '../../__testUtils__/graphOf';
import { entity, SHOP } from '../../__testUtils__/shop';
import { migrateDatabase } from '../../database/migrateDatabase';
import { ConfirmationStore } from '../database/ConfirmationStore';
import { EvidenceStore } from '../database/EvidenceStore';
import { annotationEvidence } from './annotationEvidence';
import { EvidenceBook } from './EvidenceBook';

// Two replicas on one database.

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const TEAM = 'group:default/sre';
const OTHER = 'group:default/dba';
const WEB = 'component:default/web';

const never = new AbortController().signal;

describe.each(databases.eachSupportedId())(
  'the book of evidence on %s',
  databaseId => {
    let knex: Knex;
    let logger: ReturnType<typeof mockServices.logger.mock>;
    let confirmations: ConfirmationStore;
    const books: EvidenceBook[] = [];
    const now = () => new Date();

    const openBook = (...sources: EvidenceSource[]) => {
      const book = new EvidenceBook({
        confirmations,
        evidence: new EvidenceStore({ knex, now }),
        sources,
        logger,
        clock: new FastClock(20),
      });
      books.push(book);
      return book;
    };
    const says = (
      id: string,
      what: Record<string, unknown> | (() => Promise<never>),
    ): EvidenceSource => ({
      id,
      gather: async () =>
        typeof what === 'function'
          ? what()
          : new Map(Object.entries(what) as Array<[string, MoreEvidence]>),
    });
    const confirm = (entityRef: string, kind: ConfirmationKind, date: string) =>
      confirmations.add({ entityRef, kind, date, by: 'user:default/ada' });

    beforeAll(async () => {
      knex = await migrateDatabase(
        mockServices.database.mock({
          getClient: async () => databases.init(databaseId),
        }),
      );
    });
    beforeEach(async () => {
      logger = mockServices.logger.mock();
      confirmations = new ConfirmationStore({ knex, now });
      await knex('customer_layer_audit_confirmations').delete();
      await knex('customer_layer_audit_evidence').delete();
    });
    afterEach(() => books.splice(0).forEach(book => book.stop()));

    it('shows what one replica writes on the other within seconds', async () => {
      const one = openBook(
        says('register', { [TEAM]: { team: { trainedOn: '2026-05-01' } } }),
      );
      const two = openBook();
      [one, two].forEach(book => book.start());
      await eventually(() => expect(two.page.number).toBe(1));

      await confirm(WEB, 'delivery', '2026-06-01');
      await eventually(() =>
        expect(two.lookup(WEB)).toEqual({ confirmedOn: '2026-06-01' }),
      );
      const before = two.page;
      await one.gather([TEAM], never);
      await eventually(() =>
        expect(two.lookup(TEAM)).toEqual({
          team: { trainedOn: '2026-05-01', by: { trainedOn: 'register' } },
        }),
      );
      // Whoever works with a page for longer isn't disturbed.
      expect(before.lookup(TEAM)).toBeUndefined();
      expect(two.page.number).toBeGreaterThan(before.number);

      const { number } = two.page;
      await two.refresh();
      expect(two.page.number).toBe(number);
    });

    it('lets the newer date count, and says what each is known by', async () => {
      await confirm(TEAM, 'training', '2026-04-01');
      await confirm(TEAM, 'training', '2026-03-01');
      await confirm(TEAM, 'review', '2026-02-01');
      const book = openBook(
        says('register', {
          [TEAM]: {
            team: { trainedOn: '2026-03-15', reviewedOn: '2026-03-15' },
          },
        }),
        says('pager', {
          [TEAM]: {
            team: { onCall: 'escalation SRE', by: { onCall: 'our pager' } },
          },
        }),
      );
      await book.gather([TEAM], never);
      expect(book.lookup(TEAM)).toEqual({
        team: {
          trainedOn: '2026-04-01',
          reviewedOn: '2026-03-15',
          onCall: 'escalation SRE',
          by: {
            trainedOn: 'confirmation',
            reviewedOn: 'register',
            onCall: 'our pager',
          },
        },
      });
    });

    it('keeps what a source said that fails, forgets one that is gone, and leaves out what can’t be read', async () => {
      const onCall = (what: string) => ({ team: { onCall: what } });
      await openBook(
        says('pager', { [TEAM]: onCall('pager') }),
        says('gone', { [OTHER]: onCall('gone') }),
      ).gather([TEAM], never);

      const book = openBook(
        says('pager', async () => {
          throw new Error('The pager is down');
        }),
        says('survey', {
          'Component:Default/Web': { confirmedOn: '2026-06-01' },
          'component:default/db': { confirmedOn: 'last Tuesday' },
          sre: onCall('nowhere'),
        }),
      );
      await book.gather([TEAM], never);
      expect(book.lookup(TEAM)?.team?.onCall).toBe('pager');
      expect(book.lookup(OTHER)).toBeUndefined();
      expect(book.lookup(WEB)).toEqual({ confirmedOn: '2026-06-01' });
      expect(book.lookup('component:default/db')).toBeUndefined();
      expect(logger.warn.mock.calls.map(([text]) => text).sort()).toEqual([
        expect.stringMatching(/pager failed; what it said before/),
        expect.stringMatching(/survey said 2 of 3 things .*confirmedOn of/),
      ]);
    });

    it('gives up with the signal, even if a source doesn’t', async () => {
      const ending = new AbortController();
      const book = openBook(says('hangs', () => new Promise(() => {})));
      const gathering = book.gather([TEAM], ending.signal);
      ending.abort(new Error('Stopped'));
      await expect(gathering).rejects.toThrow('Stopped');
    });

    it('goes on when the database comes back', async () => {
      const book = openBook();
      const read = jest
        .spyOn(confirmations, 'count')
        .mockRejectedValueOnce(new Error('The database is down'));
      book.start();
      await eventually(() => expect(book.page.number).toBe(1));
      expect(read.mock.calls.length).toBeGreaterThan(1);
      expect(logger.error).toHaveBeenCalledTimes(1);
      expect(logger.info).toHaveBeenCalledTimes(1);
    });

    it('makes the annotations of other plugins show on what a team operates', async () => {
      const entities: Entity[] = [
        ...SHOP,
        {
          ...entity('Group:default/pagers'),
          metadata: {
            name: 'pagers',
            annotations: {
              'pagerduty.com/integration-key': 'secret',
              'grafana/dashboard-selector': 'pagers',
            },
            links: [{ url: 'https://wiki.example.com', type: 'runbook' }],
          },
        },
        {
          ...entity('Component:default/pager-web'),
          metadata: {
            name: 'pager-web',
            annotations: { 'customer-layer.io/operations-team': 'pagers' },
          },
        },
      ];
      const book = openBook(
        annotationEvidence({
          catalog: catalogServiceMock({ entities }),
          auth: mockServices.auth(),
        }),
      );
      await book.gather(['group:default/ghost', 'group:default/pagers'], never);
      const layers = layersOf(
        graphOf(entities),
        'component:default/pager-web',
        {
          now: NOW,
          evidence: book.lookup,
        },
      );
      expect(layers?.operations[0].readiness?.equipped).toEqual({
        state: 'pass',
        evidence:
          'on-call by pagerduty.com/integration-key, runbooks by metadata.links and dashboards by grafana/dashboard-selector',
      });
      const kept = await knex('customer_layer_audit_evidence');
      expect(kept).toHaveLength(1);
      expect(JSON.stringify(kept)).not.toContain('secret');
    });
  },
);
