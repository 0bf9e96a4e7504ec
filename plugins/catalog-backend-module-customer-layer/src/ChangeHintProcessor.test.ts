import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { ChangeHintProcessor } from './ChangeHintProcessor';

const LOCATION = { type: 'url', target: 'https://example.com' };

const DB: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'db', annotations: { a: '1', b: '2' } },
  spec: { type: 'database', owner: 'dba' },
};

/** The runs of a catalog over one entity, of which each sees only what the one before has written. */
function setUp() {
  const hints: string[] = [];
  let accepts = true;
  let written: Record<string, JsonValue> = {};
  const processor = new ChangeHintProcessor({
    add(ref) {
      if (accepts) {
        hints.push(ref);
      }
      return accepts;
    },
  });
  return {
    hints,
    accept(next: boolean) {
      accepts = next;
    },
    async run(entity: Entity) {
      const before = written;
      written = {};
      const cache = {
        get: async <T>(key: string) => before[key] as T | undefined,
        set: async <T>(key: string, value: T) => {
          written[key] = value as JsonValue;
        },
      };
      expect(
        await processor.postProcessEntity(entity, LOCATION, () => {}, cache),
      ).toBe(entity);
    },
  };
}

const REF = 'resource:default/db';

describe('ChangeHintProcessor', () => {
  it.each<[string, Partial<Entity>, boolean]>([
    ['its API version', { apiVersion: 'example.com/v1' }, true],
    ['its title', { metadata: { ...DB.metadata, title: 'DB' } }, true],
    ['an annotation', { metadata: { name: 'db', annotations: {} } }, true],
    ['a nested field', { spec: { ...DB.spec, a: { b: [1] } } }, true],
    ['no spec', { spec: undefined }, true],
    [
      'what the catalog puts there',
      { metadata: { ...DB.metadata, uid: 'u', etag: 'e', generation: 1 } },
      false,
    ],
    ['relations, which it ignores', { relations: [] }, false],
    [
      'another order of the fields',
      { metadata: { annotations: { b: '2', a: '1' }, name: 'db' } },
      false,
    ],
  ])('hints once at %s, if at all', async (_, change, hinted) => {
    const { run, hints } = setUp();
    await run(DB);
    await run(DB);
    await run(DB);
    expect(hints).toEqual([REF]);
    await run({ ...DB, ...change });
    await run({ ...DB, ...change });
    await run({ ...DB, ...change });
    expect(hints).toEqual(hinted ? [REF, REF] : [REF]);
  });

  it('tries again what could not be taken in', async () => {
    const { run, hints, accept } = setUp();
    accept(false);
    await run(DB);
    await run(DB);
    accept(true);
    await run(DB);
    expect(hints).toEqual([REF]);

    const changed = { ...DB, spec: {} };
    accept(false);
    await run(changed);
    await run(changed);
    accept(true);
    await run(changed);
    await run(changed);
    expect(hints).toEqual([REF, REF]);
  });
});
