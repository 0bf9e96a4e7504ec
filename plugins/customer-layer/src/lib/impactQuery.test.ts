import {
  impactSearch,
  isEntityRef,
  readEntityRefs,
  readMode,
  writeEntityRefs,
  writeMode,
} from './impactQuery';

const WEB = 'component:default/web';
const DB = 'resource:data/orders-db';

it.each([
  ['nothing', undefined, []],
  ['one', WEB, [WEB]],
  ['several, each once', [DB, WEB, DB], [DB, WEB]],
  ['as they are, by number', { 0: DB, 1: WEB }, [DB, WEB]],
  ['in any case, without a namespace', 'Component:Web', [WEB]],
  ['no ref, to be told what is wrong', ['web', ' ', WEB], ['web', WEB]],
  ['what is no text', [{}, null, 3], []],
])('reads entities: %s', (_, param, entityRefs) => {
  expect(readEntityRefs(param)).toEqual(entityRefs);
});

it('writes entities as short as they can be read again', () => {
  expect(writeEntityRefs([])).toBeUndefined();
  expect(writeEntityRefs([WEB])).toBe(WEB);
  expect(writeEntityRefs([WEB, DB])).toEqual([WEB, DB]);
});

it('tells refs from other texts', () => {
  expect([WEB, 'component:web', 'web', ''].map(isEntityRef)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('reads and writes the mode', () => {
  expect(readMode('change')).toBe('change');
  expect(readMode('changed')).toBe('failure');
  expect(writeMode('failure')).toBeUndefined();
  expect(writeMode('change')).toBe('change');
});

it('makes an address that people can read', () => {
  expect(impactSearch({ entityRefs: [WEB, DB], mode: 'change' })).toBe(
    '?entity=component:default/web&entity=resource:data/orders-db&mode=change',
  );
  expect(impactSearch({ entityRefs: ['a&b:c/d'], mode: 'failure' })).toBe(
    '?entity=a%26b:c/d',
  );
  expect(impactSearch({ entityRefs: [], mode: 'failure' })).toBe('');
});
