import { Entity, EntityRelation } from '@backstage/catalog-model';
import fc from 'fast-check';

const RELATIONS = [
  ['dependsOn', 'dependencyOf'],
  ['consumesApi', 'apiConsumedBy'],
  ['providesApi', 'apiProvidedBy'],
  ['partOf', 'hasPart'],
  ['ownedBy', 'ownerOf'],
] as const;

const CUSTOMERS = ['alpha', 'beta', 'customer:other/alpha', 'gamma'];
const TEAMS = ['sre', 'group:other/sre', 'noc', 'user:default/ann'];

const KINDS = ['Component', 'System', 'API', 'Resource', 'Domain', 'Robot'];

const refOf = (node: number) =>
  `${KINDS[node % KINDS.length].toLowerCase()}:${
    node % 3 ? 'default' : 'other'
  }/n${node}`;

const list = (items: string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant('none') },
    {
      weight: 3,
      arbitrary: fc
        .uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 2 })
        .map(refs => refs.join(',')),
    },
  );

const annotations = fc.record({
  'economic-customers': list(CUSTOMERS),
  'internal-customers': list([...TEAMS, 'customer:default/alpha']),
  'operations-team': list(TEAMS),
  inheritance: fc.constantFrom(
    undefined,
    undefined,
    undefined,
    'append',
    'none',
  ),
  layer: fc.constantFrom(undefined, undefined, 'data', 'storage'),
  // Of things that the entity may not declare, too.
  assigned: fc.constantFrom(
    undefined,
    undefined,
    'economic-customers=portal; operations-team=rule:x',
    'internal-customers=alias:y',
  ),
});

const edge = (nodes: number) =>
  fc.record({
    from: fc.nat(nodes - 1),
    // Beyond the last node: a ref that names nothing.
    to: fc.nat(nodes),
    kind: fc.constantFrom(0, 0, 0, 1, 2, 3, 3, 4),
    ends: fc.constantFrom('both', 'from', 'to'),
  });

// Between neighbouring layers of three: many paths of equal length, and so many ties.
const layeredEdge = (nodes: number) =>
  edge(nodes).map(({ from, to, kind, ends }) => ({
    from,
    to: Math.max(0, (Math.floor(from / 3) - 1) * 3 + (to % 3)),
    kind: kind === 3 && to % 2 ? 0 : kind,
    ends,
  }));

/**
 * Small catalogs with everything that makes derivation hard: cycles, containers in containers, refs that name nothing,
 * `none`, `append`, namespaces, relations that stand at one end only.
 */
export const randomCatalog: fc.Arbitrary<Entity[]> = fc
  .tuple(fc.integer({ min: 1, max: 15 }), fc.boolean())
  .chain(([nodes, layered]) =>
    fc.record({
      declarations: fc.array(annotations, {
        minLength: nodes,
        maxLength: nodes,
      }),
      edges: fc.array(layered ? layeredEdge(nodes) : edge(nodes), {
        minLength: nodes,
        maxLength: nodes * 3,
      }),
    }),
  )
  .map(({ declarations, edges }) => {
    const entities = declarations.map((declared, node): Entity => {
      const [kind, rest] = refOf(node).split(':');
      const [namespace, name] = rest.split('/');
      return {
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: {
          name,
          namespace,
          annotations: Object.fromEntries(
            Object.entries(declared)
              .filter(([, value]) => value !== undefined)
              .map(([key, value]) => [`customer-layer.io/${key}`, value!]),
          ),
        },
        relations: [],
      };
    });
    const relate = (node: number, relation: EntityRelation) =>
      entities[node]?.relations?.push(relation);
    for (const { from, to, kind, ends } of edges) {
      const [forward, reverse] = RELATIONS[kind];
      if (ends !== 'to' || !entities[to]) {
        relate(from, { type: forward, targetRef: refOf(to) });
      }
      if (ends !== 'from') {
        relate(to, { type: reverse, targetRef: refOf(from) });
      }
    }
    return entities;
  });
