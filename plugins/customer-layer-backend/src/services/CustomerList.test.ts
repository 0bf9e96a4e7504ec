import { CustomersPage } from '@missing-layer/backstage-plugin-customer-layer-common';
import { graphOf } from '../__testUtils__/graphOf';
import { layersOver } from '../__testUtils__/layersOver';
import { entity } from '../__testUtils__/shop';
import { everybody, somebody } from '../__testUtils__/viewers';
import { CustomersQuestion } from './CustomerList';
import { parsePageCursor } from './sortedPage';

const component = (name: string, customers: string, confirmedOn?: string) =>
  entity(`Component:default/${name}`, {
    annotations: {
      economicCustomers: customers,
      operationsTeam: 'sre',
      ...(confirmedOn && { confirmedOn }),
    },
  });

const graph = graphOf([
  entity('Customer:default/a', {
    title: 'Zebra',
    spec: { type: 'economic', tier: 2 },
    relations: { ownedBy: ['group:default/accounts'] },
  }),
  entity('Customer:default/b', {
    title: 'Yak',
    spec: { type: 'economic', tier: 1 },
    relations: { childOf: ['customer:default/a'] },
  }),
  entity('Customer:default/c', {
    title: 'aardvark',
    spec: { type: 'internal', stage: 'back-stage' },
  }),
  entity('Customer:default/secret', { spec: { type: 'economic', tier: 1 } }),
  entity('Group:default/sre', { title: 'SRE' }),
  component('one', 'a, b', '2026-03-01'),
  component('two', 'b', '2026-01-01'),
  component('three', 'b, secret'),
]);

const reader = somebody(
  ref => !/secret|three|accounts|group:default\/sre/.test(ref),
);

const list = (question: Partial<CustomersQuestion>, viewer = everybody()) =>
  layersOver(graph).customers({ limit: 100, ...question }, viewer);

const names = ({ items }: CustomersPage) =>
  items.map(({ customerRef }) => customerRef.split('/').at(-1));

it('tells of each customer who it belongs to, how it is served and who is weakest', async () => {
  const { items } = await list({});
  expect(items[0]).toEqual({
    customerRef: 'customer:default/a',
    title: 'Zebra',
    type: 'economic',
    tier: 2,
    owner: 'group:default/accounts',
    serves: 1,
    weakestTeam: { teamRef: 'group:default/sre', passes: 0 },
    confirmed: { newest: '2026-03-01', oldest: '2026-03-01', unconfirmed: 0 },
    exists: true,
  });
  expect(items[1]).toMatchObject({
    parent: 'customer:default/a',
    serves: 3,
    confirmed: { newest: '2026-03-01', oldest: '2026-01-01', unconfirmed: 1 },
  });
  expect(Object.keys(items[2])).not.toContain('confirmed');
});

it('masks what somebody may not read, and counts no confirmation of it', async () => {
  const { items } = await list({}, reader);
  expect(names({ items } as CustomersPage)).toEqual(['a', 'b', 'c', '#3']);
  expect(items[0]).toMatchObject({ owner: '#1', weakestTeam: {} });
  expect(items[0].weakestTeam).toEqual({ teamRef: '#2' });
  expect(items[1].confirmed).toEqual({
    newest: '2026-03-01',
    oldest: '2026-01-01',
    unconfirmed: 0,
  });
  expect(items[3]).toEqual({
    customerRef: '#3',
    serves: 1,
    exists: true,
    hidden: true,
  });
});

it.each([
  [{ sort: 'name' }, ['c', 'secret', 'b', 'a']],
  [{ sort: 'tier' }, ['b', 'secret', 'a', 'c']],
  [{ sort: 'serves' }, ['b', 'a', 'secret', 'c']],
  [{ type: 'internal' }, ['c']],
  [{ stage: 'back-stage' }, ['c']],
  [{ tier: 1, sort: 'name' }, ['secret', 'b']],
  [{ text: 'YA' }, ['b']],
  [{ text: 'default/a' }, ['a']],
  [{ text: 'nothing like it' }, []],
] as Array<[Partial<CustomersQuestion>, string[]]>)(
  'given %j, lists %j',
  async (question, expected) => {
    const page = await list(question);
    expect(names(page)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
    expect(page).not.toHaveProperty('hiddenItems');
  },
);

it('puts hidden ones last, whatever the order, and leaves them out where something is filtered by', async () => {
  expect(names(await list({ sort: 'tier' }, reader))).toEqual([
    'b',
    'a',
    'c',
    '#3',
  ]);
  const filtered = await list({ tier: 1 }, reader);
  expect(names(filtered)).toEqual(['b']);
  expect(filtered).toMatchObject({ totalItems: 1, hiddenItems: 1 });
});

it.each([
  ['everything', everybody()],
  ['a part', reader],
])('gives it in pages to somebody who may read %s', async (_, viewer) => {
  const whole = await list({ sort: 'serves' }, viewer);
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(
      {
        sort: 'serves',
        limit: 1,
        position: cursor ? parsePageCursor(cursor) : undefined,
      },
      viewer,
    );
    expect(page.items).toHaveLength(1);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  const withoutIds = (value: unknown) =>
    JSON.stringify(value).replace(/#\d+/g, '#');
  expect(withoutIds(items)).toBe(withoutIds(whole.items));
});
