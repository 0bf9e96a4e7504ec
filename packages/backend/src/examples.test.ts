import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  customerFaults,
  isCustomerEntity,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const folder = resolve(__dirname, '../../../examples');
const names = readdirSync(folder).filter(name => name.endsWith('.yaml'));

const entitiesOf = (name: string): Entity[] =>
  parseAllDocuments(readFileSync(resolve(folder, name), 'utf8')).map(document =>
    document.toJS(),
  );

const faultsOf = (entity: Entity) => [
  ...readDeclarations(entity).problems.map(({ message }) => message),
  ...(isCustomerEntity(entity) ? customerFaults(entity) : []),
];

describe('examples', () => {
  it.each([
    ...names.filter(name => name !== 'mistakes.yaml'),
    'gitlab-2022/catalog-info.yaml',
    '../catalog-info.yaml',
  ])('%s has nothing that cannot be read', name => {
    expect(entitiesOf(name).flatMap(faultsOf)).toEqual([]);
  });

  it('mistakes.yaml has every mistake that one entity can show by itself', () => {
    expect(entitiesOf('mistakes.yaml').flatMap(faultsOf)).toEqual([
      expect.stringContaining('"last Tuesday" is not a date'),
      expect.stringContaining('"pillow" is not one of'),
      expect.stringContaining('"user:default/otto" is of kind'),
      expect.stringContaining('customer-layer.io/economic-customer"'),
      expect.stringContaining('spec.tier is 9'),
    ]);
  });

  it('use every annotation', () => {
    const used = new Set(
      names
        .flatMap(entitiesOf)
        .flatMap(({ metadata }) => Object.keys(metadata.annotations ?? {})),
    );
    const unused = Object.values(ANNOTATIONS).filter(
      ({ name }) => !used.has(name),
    );
    expect(unused).toEqual([]);
  });
});
