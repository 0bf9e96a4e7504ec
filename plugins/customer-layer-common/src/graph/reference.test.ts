import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { omit, pick } from 'lodash';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { Reference } from '../__testUtils__/reference';
import { sha256 } from '../__testUtils__/sha256';
import { CustomerGraph } from './CustomerGraph';
import { customersOf } from './customersOf';
import { deliveryTo } from './deliveryTo';
import { GraphBuilder } from './GraphBuilder';
import { impactOf } from './impactOf';
import { layersOf } from './layersOf';

const options = { now: new Date('2026-06-01T00:00:00Z') };
const runs = { numRuns: 4000, seed: 20261122 };

const customerFields = [
  'customerRef',
  'role',
  'source',
  'distance',
  'path',
  'assigned',
  'exists',
];

function build(entities: Entity[]): CustomerGraph {
  const builder = new GraphBuilder({ digest: sha256 });
  entities.forEach(entity => builder.add(entity));
  return builder.build({ builtAt: '2026-06-01T00:00:00Z' });
}

it('derives layers as the rules say them', () => {
  fc.assert(
    fc.property(randomCatalog, entities => {
      const reference = new Reference(entities);
      const graph = build(entities);
      for (const entity of entities.filter(({ kind }) => kind !== 'robot')) {
        const ref = stringifyEntityRef(entity);
        const layers = layersOf(graph, ref, options)!;
        expect(layers.customers.map(c => pick(c, customerFields))).toEqual(
          reference.customers(ref),
        );
        expect(
          layers.operations.map(o =>
            pick(o, ['teamRef', 'source', 'path', 'assigned']),
          ),
        ).toEqual(reference.operations(ref));
        expect(
          layers.supply.map(s =>
            pick(s, [
              'entityRef',
              'distance',
              'path',
              'owners',
              'operationsTeams',
              'exists',
            ]),
          ),
        ).toEqual(reference.supply([ref]));
      }
    }),
    runs,
  );
});

it('derives the impact of several at once as the rules say it', () => {
  fc.assert(
    fc.property(randomCatalog, fc.infiniteStream(fc.boolean()), (all, coin) => {
      const failing = all
        .filter(() => coin.next().value)
        .map(entity => stringifyEntityRef(entity));
      fc.pre(failing.length > 0);
      const reference = new Reference(all);
      const impact = impactOf(build(all), failing, options);
      expect(impact.customers.map(c => pick(c, customerFields))).toEqual(
        reference.customersOf(failing),
      );
      expect(
        impact.affected.map(a =>
          pick(a, ['entityRef', 'distance', 'owners', 'operationsTeams']),
        ),
      ).toEqual(reference.affected(failing));
      expect(impact.failing.map(one => omit(one, ['title', 'exists']))).toEqual(
        reference.failing(failing),
      );
    }),
    runs,
  );
});

it('says of customers that they are served by what has them as direct customers', () => {
  fc.assert(
    fc.property(randomCatalog, entities => {
      const graph = build(entities);
      const refs = entities.map(entity => stringifyEntityRef(entity));
      for (const { customerRef, serves } of customersOf(graph)) {
        const delivery = deliveryTo(graph, customerRef, options)!;
        expect(delivery.serves).toHaveLength(serves);
        // The layers of a kind that isn't deliverable say nothing.
        expect(
          delivery.serves.filter(ref => !ref.startsWith('robot:')),
        ).toEqual(
          refs
            .filter(ref =>
              layersOf(graph, ref, options)!.customers.some(
                found =>
                  found.customerRef === customerRef &&
                  (found.source === 'declared' || found.source === 'inherited'),
              ),
            )
            .sort(),
        );
      }
    }),
    { ...runs, numRuns: 1000 },
  );
});
