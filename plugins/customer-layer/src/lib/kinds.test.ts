import { customerEntity, shopEntity } from '../__testUtils__/answers';
import { isCustomersAvailable, kindName } from './kinds';

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
  it.each([
    ['Component', 'component'],
    ['API', 'API'],
  ])('%s is %s within a sentence', (kind, expected) => {
    expect(kindName({ ...shopEntity, kind })).toBe(expected);
  });
});
