import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Audit,
  DEFAULT_DERIVATION_RULES as rules,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';
import { graphOf } from '../catalog/graphOf';
import { relationsOf } from '../catalog/relations';
import { surroundingsOf } from './surroundings';

jest.setTimeout(60_000);

const now = new Date('2026-06-30');

const names = (kind: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${kind}:default/${kind.slice(0, 2)}${i}`,
  );

const COMPONENTS = names('component', 5);
const RESOURCES = names('resource', 3);
const APIS = names('api', 2);
const SYSTEMS = names('system', 2);
const GROUPS = [...names('group', 4), 'group:default/gone'];
const USERS = names('user', 3);
const CUSTOMERS = names('customer', 4);

const some = (refs: string[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...refs), { maxLength });
const one = (refs: string[]) =>
  fc.option(fc.constantFrom(...refs), { nil: undefined, freq: 2 });

const declarations = fc
  .record({
    'customer-layer.io/economic-customers': some(CUSTOMERS),
    'customer-layer.io/internal-customers': some([...CUSTOMERS, ...GROUPS]),
    'customer-layer.io/operations-team': some(GROUPS, 1),
  })
  .map(declared =>
    Object.fromEntries(
      Object.entries(declared)
        .filter(([, refs]) => refs.length)
        .map(([name, refs]) => [name, refs.join(', ')]),
    ),
  );

const dependencies = {
  owner: one(GROUPS),
  system: one(SYSTEMS),
  // What is not in the catalog can be asked for by nobody: where it rests on something in turn, that stays unknown.
  dependsOn: some([
    ...COMPONENTS,
    ...RESOURCES,
    ...SYSTEMS,
    'resource:default/gone',
  ]),
  dependencyOf: some([...COMPONENTS, ...RESOURCES], 1),
};

const SPECS: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  Component: fc.record({
    ...dependencies,
    subcomponentOf: one(COMPONENTS),
    consumesApis: some(APIS, 1),
    providesApis: some(APIS, 1),
  }),
  Resource: fc.record(dependencies),
  API: fc.record({ owner: one(GROUPS), system: one(SYSTEMS) }),
  System: fc.record({ owner: one(GROUPS) }),
  Group: fc.record({ parent: one(GROUPS), members: some(USERS, 3) }),
  User: fc.record({ memberOf: some(GROUPS, 1) }),
  Customer: fc.record({
    type: fc.constant('economic'),
    tier: fc.constantFrom(1, 2),
    parent: one(CUSTOMERS),
  }),
};

const entity = (kind: string, ref: string): fc.Arbitrary<Entity> =>
  fc
    .record({
      spec: SPECS[kind],
      annotations:
        kind === 'Group' || kind === 'Customer'
          ? fc.constant({})
          : declarations,
      manager: kind === 'Group' ? one(USERS) : fc.constant(undefined),
    })
    .map(({ spec, annotations, manager }) => ({
      apiVersion:
        kind === 'Customer'
          ? 'customer-layer.io/v1alpha1'
          : 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: ref.split('/')[1],
        namespace: 'default',
        annotations: {
          ...annotations,
          ...(manager && { 'customer-layer.io/manager': manager }),
        },
      },
      spec: JSON.parse(JSON.stringify(spec)),
    }));

const REFS: Record<string, string[]> = {
  Component: COMPONENTS,
  Resource: RESOURCES,
  API: APIS,
  System: SYSTEMS,
  Group: GROUPS,
  User: USERS,
  Customer: CUSTOMERS,
};

const catalog = fc.tuple(
  ...Object.entries(REFS).flatMap(([kind, refs]) =>
    refs.filter(ref => !ref.endsWith('/gone')).map(ref => entity(kind, ref)),
  ),
);

const byRef = (entities: Entity[]) =>
  new Map(
    entities.map(held => [stringifyEntityRef(held), { entity: held }] as const),
  );

/** A catalog that holds entities, with the relations that it gives them. */
function portalOf(entities: Entity[]) {
  const relations = relationsOf(entities, rules);
  const held = byRef(entities);
  return {
    async entities(refs: string[]) {
      return refs.flatMap(ref => {
        const found = held.get(ref)?.entity;
        return found ? [{ ...found, relations: relations.get(ref) }] : [];
      });
    },
  };
}

it('takes in all that can make a difference to what is in files', async () => {
  await fc.assert(
    fc.asyncProperty(
      catalog,
      fc.nat(),
      fc.nat(2),
      async (entities, first, more) => {
        const start = first % entities.length;
        const inFiles = byRef(entities.slice(start, start + 1 + more));
        const { entities: around, cut } = await surroundingsOf(inFiles, {
          portal: portalOf(entities),
          rules,
        });
        expect(cut).toBe(false);
        const options = { rules, now };
        const whole = graphOf({ ...options, entities: byRef(entities) });
        const part = graphOf({ ...options, entities: inFiles, around });
        for (const ref of inFiles.keys()) {
          expect(new Audit(part, { now }).of(ref)).toEqual(
            new Audit(whole, { now }).of(ref),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});
