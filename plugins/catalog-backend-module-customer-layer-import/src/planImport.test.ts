import { Entity } from '@backstage/catalog-model';
import { RemovalLimit } from './guard';
import { planImport } from './planImport';
import { COLUMNS, read } from './__testUtils__/imports';

const customers = (names: string[]) =>
  read(`Id,Name,Level\n${names.map(name => `${name},${name},\n`).join('')}`);

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `c${index}`);

/** An entity as the catalog answers it: with what it and its processors add. */
const inCatalog = (entity: Entity): Entity => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    uid: 'u',
    etag: 'e',
    generation: 1,
    labels: { 'example.com/added': 'yes' },
    annotations: {
      ...entity.metadata.annotations,
      'example.com/added': 'by a processor',
    },
  },
  relations: [],
});

describe('planImport', () => {
  let there: Entity[];

  beforeAll(async () => {
    const { entities } = await customers(['a', 'b', 'c']);
    there = entities.map(inCatalog);
  });

  it('says who is added, changed, removed and kept', async () => {
    const imported = await read('Id,Name,Level\na,A2,\nb,b,Silver\nd,d,\n');
    const plan = planImport({ imported, there });
    expect(plan).toMatchObject({
      added: ['customer:default/d'],
      changed: ['customer:default/a'],
      removed: ['customer:default/c'],
      kept: ['customer:default/b'],
      refusal: undefined,
    });
    const kept = plan.entities.find(({ metadata }) => metadata.name === 'b');
    expect(kept).toMatchObject({ spec: there[1].spec });
    expect(kept?.metadata).not.toHaveProperty('uid');
    expect(kept).not.toHaveProperty('relations');
  });

  it.each([
    ['the same', 'a', {}, []],
    ['another title', 'A', {}, ['customer:default/a']],
    [
      'an annotation that is no longer configured',
      'a',
      { columns: COLUMNS },
      ['customer:default/a'],
    ],
    [
      'an annotation whose cell is empty now',
      'a',
      { empty: true },
      ['customer:default/a'],
    ],
  ])(
    'says of %s whether it changes anything',
    async (_, title, how, changed) => {
      const columns = { ...COLUMNS, annotations: { 'example.com/x': 'Level' } };
      const before = await read('Id,Name,Level\na,a,Gold\n', { columns });
      const level = 'empty' in how ? '' : 'Gold';
      const imported = await read(`Id,Name,Level\na,${title},${level}\n`, {
        columns: 'columns' in how ? how.columns! : columns,
      });
      expect(
        planImport({ imported, there: before.entities.map(inCatalog) }).changed,
      ).toEqual(changed);
    },
  );

  it('removes nobody while a row may be anybody', async () => {
    const imported = await read('Id,Name,Level\na,a,\n,b,\n');
    expect(planImport({ imported, there })).toMatchObject({
      changed: [],
      removed: [],
      kept: ['customer:default/b', 'customer:default/c'],
    });
  });

  it.each<[number, number, RemovalLimit | undefined, boolean]>([
    [50, 40, undefined, false],
    [50, 39, undefined, true],
    [60, 49, undefined, false],
    [10, 1, undefined, false],
    [10, 0, undefined, true],
    [10, 0, { percent: 100 }, true],
    [10, 8, { percent: 20 }, false],
    [10, 7, { percent: 20 }, true],
    [10, 8, { count: 2 }, false],
    [10, 7, { count: 2 }, true],
    [10, 9, { count: 0 }, true],
  ])(
    'of %d leaves %d under %j: refused %s',
    async (before, after, maxRemoved, refused) => {
      const { refusal } = planImport({
        imported: await customers(numbered(after)),
        there: (await customers(numbered(before))).entities,
        maxRemoved,
      });
      expect(refusal !== undefined).toBe(refused);
    },
  );
});
