import { TeamsPage } from '@missing-layer/backstage-plugin-customer-layer-common';
import { graphOf } from '../__testUtils__/graphOf';
import { layersOver } from '../__testUtils__/layersOver';
import { entity } from '../__testUtils__/shop';
import { everybody, somebody } from '../__testUtils__/viewers';
import { parsePageCursor } from './sortedPage';
import { TeamsQuestion } from './TeamList';

const group = (name: string, title: string, members = 0) => [
  entity(`Group:default/${name}`, {
    title,
    relations: {
      hasMember: Array.from({ length: members }, (_, i) => `user:default/${i}`),
    },
  }),
];

const component = (name: string, team: string, customers?: string) =>
  entity(`Component:default/${name}`, {
    annotations: {
      operationsTeam: team,
      ...(customers && { economicCustomers: customers }),
    },
  });

const graph = graphOf([
  ...[0, 1, 2].map(i => entity(`User:default/${i}`)),
  entity('Customer:default/gold', { spec: { type: 'economic', tier: 1 } }),
  entity('Customer:default/iron', { spec: { type: 'economic', tier: 3 } }),
  ...group('sre', 'Zeal', 3),
  ...group('dba', 'Data'),
  ...group('night', 'nightly'),
  component('one', 'sre', 'gold'),
  component('two', 'sre, user:default/0', 'iron'),
  component('three', 'dba', 'iron'),
  component('four', 'dba'),
  component('five', 'night'),
  component('six', 'gone'),
]);

const reader = somebody(ref => !/gold|night|two/.test(ref));

const list = (question: Partial<TeamsQuestion>, viewer = everybody()) =>
  layersOver(graph).teams({ limit: 100, ...question }, viewer);

const names = ({ items }: TeamsPage) =>
  items.map(({ teamRef }) => teamRef.split('/').at(-1));

it('tells of each team how ready it is, and how critical the customers of what it operates are', async () => {
  const { items, totalItems } = await list({});
  expect(totalItems).toBe(5);
  expect(items.find(({ title }) => title === 'Zeal')).toEqual({
    teamRef: 'group:default/sre',
    title: 'Zeal',
    exists: true,
    operates: 2,
    leastTier: 1,
    readiness: expect.objectContaining({
      staffed: expect.objectContaining({ state: 'pass' }),
    }),
  });
  expect(items.at(-1)).toEqual({
    teamRef: 'user:default/0',
    exists: true,
    operates: 1,
    leastTier: 3,
  });
});

it.each([
  [{}, ['dba', 'gone', 'night', 'sre', '0']],
  [{ sort: 'name' }, ['0', 'dba', 'gone', 'night', 'sre']],
  [{ sort: 'operates' }, ['dba', 'sre', 'gone', 'night', '0']],
  [{ sort: 'ref' }, ['dba', 'gone', 'night', 'sre', '0']],
  [{ ready: true }, []],
  [{ ready: false, sort: 'ref' }, ['dba', 'gone', 'night', 'sre', '0']],
  [{ text: 'NIGHTL' }, ['night']],
  [{ text: 'group:default/d' }, ['dba']],
] as Array<[Partial<TeamsQuestion>, string[]]>)(
  'given %j, lists %j',
  async (question, expected) => {
    const page = await list(question);
    expect(names(page)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
    expect(page).not.toHaveProperty('hiddenItems');
  },
);

it('masks what somebody may not read, and counts no customer nor entity of it as critical', async () => {
  const { items } = await list({}, reader);
  expect(names({ items } as TeamsPage)).toEqual([
    'dba',
    'gone',
    'sre',
    '0',
    '#1',
  ]);
  const [, , sre, user, hidden] = items;
  expect(sre).toMatchObject({ operates: 2 });
  expect(sre).not.toHaveProperty('leastTier');
  expect(user).not.toHaveProperty('leastTier');
  expect(hidden).toEqual({
    teamRef: '#1',
    operates: 1,
    exists: true,
    hidden: true,
  });
  expect(await list({ ready: false }, reader)).toMatchObject({
    totalItems: 4,
    hiddenItems: 1,
  });
});

it.each([
  ['everything', everybody()],
  ['a part', reader],
])('gives it in pages to somebody who may read %s', async (_, viewer) => {
  const whole = await list({}, viewer);
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(
      { limit: 2, position: cursor ? parsePageCursor(cursor) : undefined },
      viewer,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  expect(items).toEqual(whole.items);
});
