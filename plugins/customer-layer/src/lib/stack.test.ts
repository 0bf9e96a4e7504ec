import { OperatingModel } from '@missing-layer/backstage-plugin-customer-layer-common';
import { supplied } from '../__testUtils__/answers';
import { isProviderRef, stackSections } from './stack';

describe('stackSections', () => {
  it('goes through the stack from top to bottom, the nearest entries first', () => {
    const sections = stackSections([
      supplied('site', { layer: 'facilities' }),
      supplied('thing', { layer: 'unclassified' }),
      supplied('far', { layer: 'data', distance: 2 }),
      supplied('near', { layer: 'data' }),
      supplied('orders', { layer: 'application' }),
    ]);
    expect(
      sections.map(({ layer, entries }) => [
        layer,
        entries.map(({ entityRef }) => entityRef.split('/')[1]),
      ]),
    ).toEqual([
      ['application', ['orders']],
      ['data', ['near', 'far']],
      ['facilities', ['site']],
      ['unclassified', ['thing']],
    ]);
  });

  it('names owners, who owns the most first', () => {
    const [section] = stackSections([
      supplied('a', { owners: ['group:default/one'] }),
      supplied('b', { owners: ['group:default/one', 'group:default/two'] }),
      supplied('c', { owners: ['group:default/two'] }),
      supplied('d', { owners: ['group:default/two'] }),
    ]);
    expect(section.owners).toEqual(['group:default/two', 'group:default/one']);
  });

  it.each<[Array<OperatingModel | undefined>, string]>([
    [[undefined], 'us'],
    [['on-premises'], 'us'],
    [['iaas', 'paas'], 'us'],
    [['saas'], 'provider'],
    [['saas', undefined], 'shared'],
  ])('data under %j is the responsibility of: %s', (models, responsible) => {
    const [section] = stackSections(
      models.map((operatingModel, index) =>
        supplied(`db-${index}`, { operatingModel }),
      ),
    );
    expect(section.responsible).toBe(responsible);
  });
});

describe('isProviderRef', () => {
  it.each([
    ['group:default/cloud-team', true],
    ['group:cloud-team', true],
    ['#1', true],
    ['#one', false],
    ['Example Cloud', false],
    ['cloud', false],
    ['Example: Cloud', false],
    ['https://cloud.example.com', false],
  ])('%s: %s', (provider, expected) => {
    expect(isProviderRef(provider)).toBe(expected);
  });
});
