import { TestDatabases } from '@backstage/backend-test-utils';
import { FindingsQuery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { migrateDatabase } from '../../database/migrateDatabase';
import { audited } from '../__testUtils__/audited';
import { auditStores, AuditStores } from './auditStores';
import { FindingPosition } from './FindingQueries';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const TODAY = '2026-11-22';
const WEB = 'component:default/web';
const CART = 'component:default/cart_1';
const DB = 'resource:default/db';
const TEAM = 'group:default/team';
const DBA = 'group:default/dba';
const SHOP = 'system:default/shop';

const SUBJECTS = [
  audited(
    CART,
    {
      one: { state: 'fail', severity: 'warning', weight: 1 },
      two: { state: 'unmeasured', evidence: [{ text: 'x', path: [CART, DB] }] },
    },
    { title: 'Cart 100%', ownerRefs: [DBA, TEAM], systemRef: SHOP },
  ),
  audited(
    WEB,
    { one: 'pass', two: 'fail' },
    { title: 'Warenkörbe', ownerRefs: [TEAM], systemRef: SHOP },
  ),
  audited(TEAM, { three: 'fail' }),
  audited(DB, { one: 'skipped', two: 'pass' }, { ownerRefs: [`${TEAM}-2`] }),
];

describe.each(databases.eachSupportedId())(
  'questions about findings on %s',
  databaseId => {
    let stores: AuditStores;
    let run: number;

    beforeAll(async () => {
      const client = await databases.init(databaseId);
      const knex = await migrateDatabase({ getClient: async () => client });
      stores = auditStores({
        knex,
        now: () => new Date(`${TODAY}T12:00:00Z`),
      });
      run = await stores.runs.begin({
        startedBy: 'schedule',
        graph: { revision: 'r', builtAt: '' },
        total: SUBJECTS.length,
      });
      await stores.findings.write(run, { subjects: SUBJECTS, done: 4 });
      await stores.runs.end(run, {
        tally: { counts: {} },
        byRule: {},
        twoCustomers: { entities: 0, economic: 0, both: 0 },
      });
      const exempt = async (
        [entityRef, ruleId]: [string, string],
        expiresOn: string,
        approve = true,
      ) => {
        const asked = await stores.exemptions.request(
          { entityRef, ruleId, reason: 'Soon gone', expiresOn },
          'user:default/one',
        );
        return approve
          ? stores.exemptions.act(asked, {
              act: 'approved',
              by: 'user:default/two',
            })
          : asked;
      };
      await exempt([CART, 'one'], '2026-11-22');
      await exempt([CART, 'two'], '2026-11-25');
      await exempt([WEB, 'one'], '2026-11-25');
      await exempt([WEB, 'two'], '2026-11-25', false);
    });

    const named = async (query: FindingsQuery, today = TODAY) =>
      (await stores.queries.page({ ...query, run, today }, { limit: 99 })).map(
        ({ entityRef, ruleId, state }) =>
          `${entityRef.split('/')[1]}/${ruleId}: ${state}`,
      );

    const ALL = [
      'cart_1/one: exempt',
      'cart_1/two: exempt',
      'web/one: pass',
      'web/two: fail',
      'team/three: fail',
      'db/two: pass',
    ];

    it.each<[FindingsQuery, number[]]>([
      [{}, [0, 1, 2, 3, 4, 5]],
      [{ rule: ['one'] }, [0, 2]],
      [{ rule: ['one', 'three'] }, [0, 2, 4]],
      [{ rule: [] }, []],
      [{ state: ['fail'] }, [3, 4]],
      [{ state: ['exempt', 'pass'] }, [0, 1, 2, 5]],
      [{ state: ['skipped'] }, []],
      [{ severity: ['warning'] }, [0]],
      [{ kind: ['group', 'resource'] }, [4, 5]],
      [{ owner: TEAM }, [0, 1, 2, 3]],
      [{ owner: DBA }, [0, 1]],
      [{ owner: 'group:default/tea_' }, []],
      [{ owner: 'none' }, [4]],
      [{ system: SHOP }, [0, 1, 2, 3]],
      [{ system: 'none' }, [4, 5]],
      [{ text: 'DEFAULT/W' }, [2, 3]],
      [{ text: 'cart_' }, [0, 1]],
      [{ text: 't_1' }, [0, 1]],
      [{ text: 'c_rt' }, []],
      [{ text: '0%' }, [0, 1]],
      [{ text: '1%0' }, []],
      [{ text: '\\' }, []],
      [{ text: 'WARENK' }, [2, 3]],
      [{ owner: TEAM, state: ['fail'], text: 'web', system: SHOP }, [3]],
    ])('find by %j', async (query, expected) => {
      const found = expected.map(index => ALL[index]);
      expect(await named(query)).toEqual(found);
      const at = { ...query, run, today: TODAY };
      const bySubject = await stores.queries.countBySubject(at);
      expect([...bySubject.values()].reduce((a, b) => a + b, 0)).toBe(
        found.length,
      );
    });

    it('count by subject', async () => {
      expect(
        await stores.queries.countBySubject({ run, today: TODAY }),
      ).toEqual(
        new Map([
          [CART, 2],
          [WEB, 2],
          [TEAM, 1],
          [DB, 1],
        ]),
      );
    });

    it('give every page once', async () => {
      for (const limit of [1, 2, 4, 99]) {
        const pages: string[] = [];
        let after: FindingPosition | undefined;
        for (;;) {
          const page = await stores.queries.page(
            { run, today: TODAY },
            { after, limit },
          );
          pages.push(
            ...page.map(
              ({ entityRef, ruleId, state }) =>
                `${entityRef.split('/')[1]}/${ruleId}: ${state}`,
            ),
          );
          after = page[page.length - 1];
          if (page.length < limit) {
            break;
          }
        }
        expect(pages).toEqual(ALL);
      }
    });

    it('know of exemptions that are approved, until their last day is over', async () => {
      const states = async (today: string) =>
        (await named({ rule: ['one', 'two'] }, today)).map(
          each => each.split(' ')[1],
        );
      const rest = ['pass', 'fail', 'pass'];
      expect(await states('2026-11-22')).toEqual(['exempt', 'exempt', ...rest]);
      expect(await states('2026-11-23')).toEqual(['fail', 'exempt', ...rest]);
      expect(await states('2026-11-26')).toEqual([
        'fail',
        'unmeasured',
        ...rest,
      ]);
      const [one, two] = await stores.queries.of(CART, { run, today: TODAY });
      const approved = await stores.exemptions.list(CART);
      const idOf = (ruleId: string) =>
        approved.find(each => each.ruleId === ruleId)?.id;
      expect(one).toEqual({
        ...SUBJECTS[0].findings[0],
        state: 'exempt',
        exemption: { id: idOf('one'), expiresOn: '2026-11-22' },
        kind: 'component',
        title: 'Cart 100%',
        ownerRefs: [DBA, TEAM],
        systemRef: SHOP,
      });
      expect(two).toMatchObject({
        evidence: [{ text: 'x', path: [CART, DB] }],
        exemption: { id: idOf('two'), expiresOn: '2026-11-25' },
      });
    });

    it('count what is alike', async () => {
      const counted = await stores.queries.counted({ run, today: TODAY });
      expect(counted).toHaveLength(6);
      expect(counted).toEqual(
        expect.arrayContaining([
          {
            ruleId: 'one',
            severity: 'warning',
            state: 'exempt',
            weight: 1,
            kind: 'component',
            ownerRefs: [DBA, TEAM],
            systemRef: SHOP,
            count: 1,
          },
          {
            ruleId: 'three',
            severity: 'error',
            state: 'fail',
            weight: 3,
            kind: 'group',
            ownerRefs: [],
            count: 1,
          },
        ]),
      );
    });
  },
);
