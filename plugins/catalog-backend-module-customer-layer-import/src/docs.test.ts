import { readFileSync } from 'fs';
import { resolve } from 'path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { ImportConfig, readImportConfigs } from './config';
import { customersOf } from './customersOf';
import { planImport } from './planImport';
import { readRows } from './rows';
import { summaryOf } from './summary';

const read = (file: string) =>
  readFileSync(resolve(__dirname, '../../..', file), 'utf8');

const docs = read('docs/import.md');

const [csv, json] = [...docs.matchAll(/```yaml\n([^]*?)```/g)].map(
  ([, yaml]) => readImportConfigs(new ConfigReader(parse(yaml)))[0],
);

const importOf = (file: string, config: ImportConfig) =>
  customersOf(readRows(read(file), config), { ...config, location: 'test:x' });

describe('docs/import.md', () => {
  it('says what comes of the example in CSV', async () => {
    const imported = await importOf('examples/crm.csv', csv);
    const plan = planImport({ imported, there: [] });
    for (const line of [
      ...imported.faults,
      ...summaryOf(plan, 100).map(phrase => `A dry run would ${phrase}`),
      `Done: ${summaryOf(plan, 10).join(', ')}`,
    ]) {
      expect(docs).toContain(`Import "crm": ${line}\n`);
    }
  });

  it('imports the example in JSON', async () => {
    const { entities, faults } = await importOf('examples/crm.json', json);
    expect(faults).toEqual([]);
    expect(entities.map(({ metadata }) => metadata.title)).toEqual([
      'Alpine Tours, Bern',
      'Alpine Tours Germany',
    ]);
    expect(entities[1].spec?.parent).toBe(
      `customer:default/${entities[0].metadata.name}`,
    );
  });

  it('has every setting, and every field of columns', () => {
    const { id, ...settings } = json;
    for (const name of [
      ...Object.keys(settings),
      ...Object.keys(json.columns),
    ]) {
      expect(docs).toMatch(new RegExp(`\`${name}[.\`]`));
    }
  });
});
