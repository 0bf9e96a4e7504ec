import { customerEntity, shopEntity } from '../__testUtils__/answers';
import { mockApis } from '@backstage/test-utils';
import { customerLayerTranslationRef } from '../translation';
import { isCustomersAvailable, kindName } from './kinds';

type Translate = Parameters<typeof kindName>[1];

describe('isCustomersAvailable', () => {
  it.each([
    ['Component', true],
    ['API', true],
    ['Resource', true],
    ['System', true],
    ['domain', true],
    ['Group', false],
    ['Template', false],
  ])('%s: %s', (kind, expected) => {
    expect(isCustomersAvailable({ ...shopEntity, kind })).toBe(expected);
  });

  it.each([
    [customerEntity.apiVersion, true],
    ['crm.example.com/v1', false],
  ])('Customer of %s: %s', (apiVersion, expected) => {
    expect(isCustomersAvailable({ ...customerEntity, apiVersion })).toBe(
      expected,
    );
  });
});

describe('kindName', () => {
  const { t } = mockApis
    .translation()
    .getTranslation(customerLayerTranslationRef) as { t: Translate };

  it.each([
    ['Component', 'component'],
    ['component', 'component'],
    ['API', 'API'],
    ['Dataset', 'Dataset'],
  ])('%s is %s within a sentence', (kind, expected) => {
    expect(kindName({ ...shopEntity, kind }, t)).toBe(expected);
  });
});
