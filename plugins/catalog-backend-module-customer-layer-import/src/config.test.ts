import { JsonObject } from '@backstage/types';
import { readImportConfigs } from './config';
import { COLUMNS, configOf } from './__testUtils__/imports';
import { ConfigReader } from '@backstage/config';

describe('readImportConfigs', () => {
  it.each<[JsonObject, string]>([
    [{ url: 'crm' }, ".crm.url can't be read: must be a full URL"],
    [{ url: 'ftp://crm' }, ".crm.url can't be read: must be a full URL"],
    [{ format: 'xlsx' }, ".crm.format can't be read: must be csv or json"],
    [{ items: 'data' }, ".crm.items can't be read: must be a JSON pointer"],
    [
      { guard: { maxRemoved: 'few' } },
      '.guard.maxRemoved can\'t be read: must be a whole number, or a share as in "20%"',
    ],
    [
      { guard: { maxRemoved: 1.5 } },
      ".guard.maxRemoved can't be read: must be a whole number, or a share",
    ],
    [
      { opaqueNames: { key: 'short' } },
      ".opaqueNames.key can't be read: must be a secret of at least 16",
    ],
    [{ schedule: { frequency: 'often' } }, ".schedule can't be read: "],
    [{ colums: {} }, '"colums"'],
    [
      { columns: 'Id' },
      ".crm.columns can't be read: must be an object from fields to columns",
    ],
    [
      { columns: { type: 'Type' } },
      ".columns.name can't be read: must be the name of a column, or an object",
    ],
    [{ columns: { ...COLUMNS, nmae: 'Id' } }, '"nmae"'],
    [
      { columns: { ...COLUMNS, tier: { values: { a: 1 } } } },
      ".columns.tier can't be read: must be the name of a column, or an object",
    ],
    [
      { columns: { ...COLUMNS, tags: { column: 'Tags', seperator: ';' } } },
      '"seperator"',
    ],
    [
      { columns: { ...COLUMNS, labels: { 'a b': 'Region' } } },
      ".columns.labels can't be read: has a key that the catalog refuses",
    ],
  ])('refuses %j', (rest, message) => {
    expect(() => configOf(rest)).toThrow(message);
  });

  it('has defaults', () => {
    expect(configOf({ guard: { maxRemoved: '5%' } })).toMatchObject({
      id: 'crm',
      maxSize: 50,
      dryRun: false,
      delimiter: ',',
      guard: { maxRemoved: { percent: 5 } },
      schedule: { frequency: { hours: 1 } },
    });
  });

  it('is fine with none', () => {
    expect(readImportConfigs(new ConfigReader({}))).toEqual([]);
  });
});
