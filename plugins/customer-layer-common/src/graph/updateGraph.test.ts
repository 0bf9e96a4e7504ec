import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { sha256 } from '../__testUtils__/sha256';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { CustomerGraph } from './CustomerGraph';
import { customersOf } from './customersOf';
import { deliveryTo } from './deliveryTo';
import { EntityChange } from './EntityChange';
import { GraphBuilder } from './GraphBuilder';
import { impactOf } from './impactOf';
import { layersOf } from './layersOf';
import { updateGraph } from './updateGraph';

const builtAt = '2026-06-01T00:00:00Z';
const options = { now: new Date(builtAt) };
const runs = { numRuns: 1000, seed: 20261122 };

function build(entities: Iterable<Entity>): CustomerGraph {
  const builder = new GraphBuilder({ digest: sha256 });
  for (const entity of entities) {
    builder.add(entity);
  }
  return builder.build({ builtAt });
}

const update = (graph: CustomerGraph, changes: EntityChange[]) =>
  updateGraph(graph, changes, { digest: sha256, builtAt });

/** All that can be asked of a graph, about each of these refs. */
const everythingAbout = (graph: CustomerGraph, refs: Iterable<string>) => ({
  ...graph.stamp,
  counts: graph.counts,
  customers: customersOf(graph),
  answers: [...refs].map(ref => [
    graph.exists(ref),
    graph.mentions(ref),
    graph.spelledBy(ref),
    layersOf(graph, ref, options),
    deliveryTo(graph, ref, options),
    graph.mentions(ref) && impactOf(graph, [ref], options),
  ]),
});

const refsIn = (catalog: Entity[]) =>
  catalog.flatMap(entity => [
    stringifyEntityRef(entity),
    ...(entity.relations ?? []).map(({ targetRef }) => targetRef),
  ]);

const byRef = (entities: Entity[]) =>
  new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));

it('gives the same answers and revision as a graph built anew', () => {
  fc.assert(
    fc.property(
      randomCatalog,
      fc.array(fc.tuple(randomCatalog, fc.infiniteStream(fc.boolean())), {
        minLength: 1,
        maxLength: 3,
      }),
      (first, later) => {
        const held = byRef(first);
        const refs = new Set(refsIn(first));
        let graph = build(first);
        for (const [entities, coin] of later) {
          // Some come or change, and some of those that it hasn't got go.
          const next = byRef(entities);
          const changes = [...new Set([...held.keys(), ...next.keys()])]
            .filter(() => coin.next().value)
            .map(entityRef => ({ entityRef, entity: next.get(entityRef) }));
          for (const { entityRef, entity } of changes) {
            if (entity) {
              held.set(entityRef, entity);
            } else {
              held.delete(entityRef);
            }
          }
          refsIn(entities).forEach(ref => refs.add(ref));

          const before = everythingAbout(graph, refs);
          const updated = update(graph, changes);
          expect(everythingAbout(updated.graph, refs)).toEqual(
            everythingAbout(build(held.values()), refs),
          );
          expect(everythingAbout(graph, refs)).toEqual(before);
          graph = updated.graph;
        }
      },
    ),
    runs,
  );
});

const component = (
  name: string,
  relations: Array<[type: string, targetRef: string]> = [],
  annotations?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const c = (name: string) => `component:default/${name}`;

const change = (entity: Entity): EntityChange => ({
  entityRef: stringifyEntityRef(entity),
  entity,
});

it('returns the same graph for changes that make no difference to it', () => {
  const graph = build([component('a', [['dependsOn', c('b')]])]);
  const described = component('a', [
    ['dependsOn', c('b')],
    ['dependsOn', c('b')],
    ['inspiredBy', c('z')],
  ]);
  described.metadata.description = 'New';
  const unchanged = update(graph, [
    change(described),
    { entityRef: c('b') },
    { entityRef: c('never-heard-of') },
  ]);
  expect(unchanged.graph).toBe(graph);
  expect(unchanged.changed).toEqual([]);

  const changed = update(graph, [
    { entityRef: c('a') },
    change(component('a', [], { 'customer-layer.io/layer': 'data' })),
  ]);
  expect(changed.changed).toEqual([c('a')]);
  expect(changed.graph.exists(c('a'))).toBe(true);
  expect(changed.graph.revision).not.toBe(graph.revision);
});

it('names the other ends that contradict what was read', () => {
  const graph = build([
    component('a', [['dependsOn', c('b')]]),
    component('b', [['dependencyOf', c('a')]]),
    component('d'),
  ]);
  const turned = component('a', [
    ['dependsOn', c('d')],
    ['dependsOn', c('nowhere')],
  ]);
  const { graph: next, contradicted } = update(graph, [change(turned)]);
  expect(contradicted).toEqual([c('b'), c('d')]);

  const settled = update(next, [
    change(component('b')),
    change(component('d', [['dependencyOf', c('a')]])),
  ]);
  expect(settled.contradicted).toEqual([]);
  expect(
    layersOf(settled.graph, c('a'), options)?.supply.map(
      ({ entityRef }) => entityRef,
    ),
  ).toEqual([c('d'), c('nowhere')]);
  expect(
    update(graph, [
      change(turned),
      change(component('b')),
      change(component('d', [['dependencyOf', c('a')]])),
    ]).contradicted,
  ).toEqual([]);
});

it('lets a declaration at its other end count as long as there is who declares it', () => {
  const shoppers: Entity = {
    apiVersion: CUSTOMER_API_VERSION,
    kind: 'Customer',
    metadata: { name: 'shoppers' },
    spec: { type: 'economic' },
    relations: [{ type: 'economicCustomerOf', targetRef: c('a') }],
  };
  const served = (graph: CustomerGraph) =>
    customersOf(graph).map(({ serves }) => serves);
  const before = build([shoppers]);
  const { graph } = update(before, [change(component('a'))]);
  expect([served(before), served(graph)]).toEqual([[0], [1]]);
  expect(graph.revision).toBe(build([component('a'), shoppers]).revision);

  const gone = update(graph, [{ entityRef: c('a') }]).graph;
  expect(served(gone)).toEqual([0]);
  expect(gone.revision).toBe(before.revision);
});
