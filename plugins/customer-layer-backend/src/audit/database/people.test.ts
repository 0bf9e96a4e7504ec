import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { range } from 'lodash';
import { migrateDatabase } from '../../database/migrateDatabase';
import { auditStores, AuditStores } from './auditStores';

// What people say about audits: exemptions, confirmations, and that they want one now.

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const WEB = 'component:default/web';
const ONE = 'user:default/one';
const TWO = 'user:default/two';

const REQUEST = {
  ruleId: 'consumable',
  entityRef: WEB,
  reason: 'It goes away at the end of the year',
  expiresOn: '2026-12-31',
};

describe.each(databases.eachSupportedId())(
  'what people say, on %s',
  databaseId => {
    let knex: Knex;
    let now: Date;
    let stores: AuditStores;

    beforeEach(async () => {
      const client = await databases.init(databaseId);
      knex = await migrateDatabase({ getClient: async () => client });
      now = new Date('2026-11-22T12:00:00.123Z');
      stores = auditStores({ knex, now: () => now });
    });

    it('keeps each act about an exemption', async () => {
      const { exemptions } = stores;
      const asked = await exemptions.request(REQUEST, ONE);
      expect(asked).toEqual({
        ...REQUEST,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        state: 'requested',
        events: [{ act: 'requested', by: ONE, at: now.toISOString() }],
      });
      now = new Date('2026-11-23T12:00:00Z');
      const approved = await exemptions.act(asked, {
        act: 'approved',
        by: TWO,
        note: 'Fair enough',
      });
      expect(approved).toMatchObject({
        state: 'approved',
        events: [
          asked.events[0],
          {
            act: 'approved',
            by: TWO,
            at: now.toISOString(),
            note: 'Fair enough',
          },
        ],
      });
      const withdrawn = await exemptions.act(approved, {
        act: 'withdrawn',
        by: ONE,
      });
      expect(withdrawn.events).toHaveLength(3);
      expect(await exemptions.get(asked.id)).toEqual(withdrawn);

      const again = await exemptions.request(REQUEST, ONE);
      const rejected = await exemptions.act(again, {
        act: 'rejected',
        by: TWO,
      });
      expect(rejected.state).toBe('rejected');
      now = new Date('2026-11-24T12:00:00Z');
      const other = await exemptions.request(
        { ...REQUEST, entityRef: 'api:default/web' },
        ONE,
      );
      const all = await exemptions.list();
      expect(all[0]).toEqual(other);
      expect(all.slice(1)).toEqual(
        expect.arrayContaining([withdrawn, rejected]),
      );
      expect(await exemptions.list('api:default/web')).toEqual([other]);
      await expect(exemptions.get('nothing')).rejects.toThrow(NotFoundError);
    });

    it('lets nobody ask for what is asked for or holds, until it is over', async () => {
      const { exemptions } = stores;
      const asked = await exemptions.request(REQUEST, ONE);
      const askAgain = () => exemptions.request(REQUEST, TWO);
      await expect(askAgain()).rejects.toThrow(
        `An exemption of "${WEB}" from "consumable" until 2026-12-31 is requested already`,
      );
      await exemptions.act(asked, { act: 'approved', by: TWO });
      await expect(askAgain()).rejects.toThrow(ConflictError);
      now = new Date('2026-12-31T23:59:59Z');
      await expect(askAgain()).rejects.toThrow('is approved already');
      expect((await exemptions.get(asked.id)).state).toBe('approved');
      now = new Date('2027-01-01T00:00:00Z');
      expect((await exemptions.get(asked.id)).state).toBe('expired');
      const next = await exemptions.request(
        { ...REQUEST, expiresOn: '2027-01-31' },
        TWO,
      );
      expect(next.state).toBe('requested');
    });

    it('lets one of many ask who ask at the same moment', async () => {
      const asked = await Promise.allSettled(
        range(6).map(() => stores.exemptions.request(REQUEST, ONE)),
      );
      expect(asked.filter(each => each.status === 'fulfilled')).toHaveLength(1);
      expect(
        asked.filter(
          each =>
            each.status === 'rejected' &&
            !(each.reason instanceof ConflictError),
        ),
      ).toEqual([]);
      expect(await stores.exemptions.list()).toHaveLength(1);
    });

    it('lets one of two decide who decide at the same moment', async () => {
      const { exemptions } = stores;
      const asked = await exemptions.request(REQUEST, ONE);
      const decided = await Promise.allSettled([
        exemptions.act(asked, { act: 'approved', by: TWO }),
        exemptions.act(asked, { act: 'rejected', by: 'user:default/three' }),
      ]);
      const won = decided.flatMap(each =>
        each.status === 'fulfilled' ? [each.value] : [],
      );
      expect(won).toHaveLength(1);
      expect(won[0].events).toHaveLength(2);
      expect(await exemptions.list()).toEqual(won);
      await expect(
        exemptions.act(asked, { act: 'withdrawn', by: ONE }),
      ).rejects.toThrow(
        `was ${won[0].state} by somebody else meanwhile. Look at it again`,
      );
    });

    it('keeps every confirmation', async () => {
      const { confirmations } = stores;
      const add = (
        entityRef: string,
        kind: 'delivery' | 'training',
        date: string,
      ) => confirmations.add({ entityRef, kind, date, by: ONE });
      expect(await confirmations.count()).toBe(0);
      const first = await confirmations.add({
        entityRef: WEB,
        kind: 'delivery',
        date: '2026-11-20',
        note: 'It helps',
        by: ONE,
      });
      expect(first).toEqual({
        id: expect.any(String),
        entityRef: WEB,
        kind: 'delivery',
        date: '2026-11-20',
        note: 'It helps',
        by: ONE,
        at: now.toISOString(),
      });
      const noted = now;
      now = new Date(now.getTime() + 1);
      const second = await add(WEB, 'delivery', '2026-11-01');
      await add('group:default/team', 'training', '2026-10-01');
      expect(await confirmations.of(WEB)).toEqual([second, first]);
      expect(await confirmations.count()).toBe(3);
      expect((await confirmations.since(noted)).sort()).toEqual([
        WEB,
        'group:default/team',
      ]);
      expect(await confirmations.since(new Date(now.getTime() + 1))).toEqual(
        [],
      );
      expect(await confirmations.newest()).toEqual(
        expect.arrayContaining([
          { entityRef: WEB, kind: 'delivery', date: '2026-11-20' },
          {
            entityRef: 'group:default/team',
            kind: 'training',
            date: '2026-10-01',
          },
        ]),
      );
    });

    it('remembers who asked first for a run, until it begins', async () => {
      const { requests } = stores;
      expect(await requests.take()).toBeUndefined();
      const mistaken = await requests.add('user:default/zero');
      await requests.add(TWO);
      await requests.add(ONE);
      await requests.withdraw(mistaken);
      expect(await requests.take()).toBe(TWO);
      expect(await requests.take()).toBeUndefined();
    });
  },
);
