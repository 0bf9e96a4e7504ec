import { OperatedEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { operatedView } from './teamOperations';

const operated = (
  name: string,
  layer: OperatedEntry['layer'],
  leastTier?: number,
): OperatedEntry => ({
  entityRef: `component:default/${name}`,
  layer,
  source: 'declared',
  exists: true,
  ...(leastTier && { leastTier }),
});

it('puts layers from top to bottom, and the most critical first in each', () => {
  const { sections, critical } = operatedView({
    operates: [
      operated('a', 'data'),
      operated('b', 'data', 2),
      operated('c', 'application', 1),
      operated('d', 'data', 1),
      operated('e', 'unclassified'),
    ],
  });
  expect(
    sections.map(({ layer, entries }) => [
      layer,
      entries.map(({ entityRef }) => entityRef.split('/')[1]).join(' '),
    ]),
  ).toEqual([
    ['application', 'c'],
    ['data', 'd b a'],
    ['unclassified', 'e'],
  ]);
  expect(critical).toBe(2);
});

it('has nothing to show of a team that operates nothing', () => {
  expect(operatedView({ operates: [] })).toEqual({ sections: [], critical: 0 });
});
