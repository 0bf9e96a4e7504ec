import { Entity, EntityRelation } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  ASSIGNED_ANNOTATION,
  CUSTOMER_API_VERSION,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';
import { defaults } from 'lodash';

/**
 * Finds names in any text: all look like this, and nothing else does. The letter says of what kind, and whether the
 * catalog holds what goes by it.
 */
export const NAME = /[a-h]\d\dz/g;

/** The title of an entity: as easy to find as its name. */
export const titleOf = (name: string): string =>
  `Title of ${name[0]}${name[2]}`;

/** A catalog, and the refs in it that somebody may not read. */
export type GuardedCatalog = {
  entities: Entity[];
  hidden: ReadonlySet<string>;
};

type Annotations = Partial<Record<keyof typeof ANNOTATIONS, string>>;

const named = (letter: string, number: number) => `${letter}0${number}z`;

const DELIVERABLE_KINDS = ['Component', 'System', 'API', 'Resource', 'Domain'];
const DELIVERABLES = Array.from(
  { length: 8 },
  (_, i) =>
    `${DELIVERABLE_KINDS[i % 5]}:${i % 4 ? 'default' : 'other'}/${named(
      'a',
      i,
    )}`,
);
const CUSTOMERS = [0, 1, 2, 3].map(i => `Customer:default/${named('b', i)}`);
const GROUPS = [0, 1, 2].map(i => `Group:default/${named('c', i)}`);
const USERS = [0, 1].map(i => `User:default/${named('d', i)}`);

// Refs that name nothing; mentioned only where that makes them refs, and in no text.
const GHOSTS = {
  component: [
    `Component:default/${named('e', 0)}`,
    `Component:other/${named('e', 1)}`,
  ],
  customer: [`Customer:default/${named('f', 0)}`],
  group: [`Group:default/${named('g', 0)}`],
  user: [`User:default/${named('h', 0)}`],
};

const from = (...refs: string[]) => fc.constantFrom(...refs);
const customers = from(...CUSTOMERS, ...CUSTOMERS, ...GHOSTS.customer);
const teams = from(...GROUPS, ...USERS, ...GHOSTS.group);
const anything = from(...DELIVERABLES, ...CUSTOMERS, ...GROUPS, ...USERS);

/** Something that is absent once in so many times. */
const unless = <T>(oneIn: number, arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: oneIn });

const list = (item: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('none') },
    {
      weight: 6,
      arbitrary: fc
        .uniqueArray(item, { minLength: 1, maxLength: 3 })
        .map(items => items.join(', ')),
    },
  );

const DELIVERABLE = fc.record({
  annotations: fc.record({
    // A group is no economic customer: that makes a problem with its name in it.
    economicCustomers: unless(
      2,
      list(fc.oneof(customers, customers, from(...GROUPS))),
    ),
    internalCustomers: unless(1, list(fc.oneof(teams, customers))),
    operationsTeam: unless(1, list(teams)),
    inheritance: unless(1, from('append', 'none')),
    provider: unless(1, fc.oneof(from('Example Cloud'), anything)),
    operatingModel: unless(1, from('saas', 'on-premises')),
  }),
  // What has a ref somewhere in a text, be it read or be it a problem.
  texts: fc.record({
    layer: unless(1, fc.oneof(from('data'), anything)),
    provider: unless(
      1,
      anything.map(ref => `run by (${ref}), mostly`),
    ),
    value: unless(
      1,
      anything.map(ref => `Ask ${ref}.`),
    ),
    confirmedOn: unless(1, fc.oneof(from('2026-01-01'), anything)),
  }),
  title: fc.boolean(),
  assigned: unless(
    1,
    from(
      'economic-customers=portal; internal-customers=rule:x',
      'operations-team=alias:y',
    ),
  ),
  // Refs without their namespace, where it is the entity's own.
  short: fc.boolean(),
});

const READINESS = fc.record({
  manager: unless(2, from(...USERS, ...GHOSTS.user)),
  trainedOn: unless(1, from('2026-05-01', '2020-01-01')),
  reviewedOn: unless(1, from('2026-05-01')),
  stage: unless(1, from('back-stage')),
});

const CUSTOMER = fc.oneof(
  fc.constant({ type: 'internal', stage: 'front-stage' }),
  fc.record({
    type: from('economic'),
    tier: fc.integer({ min: 1, max: 4 }),
    value: fc.record({
      amount: fc.integer({ min: 1, max: 9 }),
      currency: from('EUR', 'USD'),
    }),
  }),
);

const edges = (
  [forward, reverse]: readonly [string, string],
  source: string[],
  target: string[],
) =>
  fc.record({
    source: from(...source),
    target: from(...target),
    forward: fc.constant(forward),
    reverse: fc.constant(reverse),
    ends: from('both', 'source', 'target'),
  });

const DEPENDENCIES = ['dependsOn', 'dependencyOf'] as const;
const OWNERSHIP = edges(['ownedBy', 'ownerOf'], DELIVERABLES, [
  ...GROUPS,
  ...USERS,
  ...GHOSTS.group,
]);
const EDGE = fc.oneof(
  edges(DEPENDENCIES, DELIVERABLES, DELIVERABLES),
  edges(DEPENDENCIES, DELIVERABLES, DELIVERABLES),
  edges(DEPENDENCIES, DELIVERABLES, GHOSTS.component),
  edges(['consumesApi', 'apiConsumedBy'], DELIVERABLES, DELIVERABLES),
  edges(['providesApi', 'apiProvidedBy'], DELIVERABLES, DELIVERABLES),
  edges(['partOf', 'hasPart'], DELIVERABLES, DELIVERABLES),
  OWNERSHIP,
  OWNERSHIP,
  OWNERSHIP,
  edges(['hasEconomicCustomer', 'economicCustomerOf'], DELIVERABLES, CUSTOMERS),
  edges(['memberOf', 'hasMember'], USERS, GROUPS),
  edges(['childOf', 'parentOf'], CUSTOMERS, CUSTOMERS),
);

function entityOf(
  ref: string,
  given: {
    title?: boolean;
    annotations?: Annotations;
    assigned?: string;
    spec?: Entity['spec'];
  },
): Entity {
  const [kind, namespace, name] = ref.split(/[:/]/);
  return {
    apiVersion:
      kind === 'Customer' ? CUSTOMER_API_VERSION : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace,
      name,
      ...(given.title !== false && { title: titleOf(name) }),
      annotations: {
        ...Object.fromEntries(
          Object.entries(given.annotations ?? {}).flatMap(([key, value]) =>
            value === undefined
              ? []
              : [[ANNOTATIONS[key as keyof typeof ANNOTATIONS].name, value]],
          ),
        ),
        ...(given.assigned && { [ASSIGNED_ANNOTATION]: given.assigned }),
      },
    },
    ...(given.spec && { spec: given.spec }),
    relations: [],
  };
}

/**
 * Small catalogs in which anything may name anything: cycles, containers in containers, children, refs that name nothing,
 * problems, and texts with refs in them; and a part of each that somebody may not read.
 */
export const guardedCatalog: fc.Arbitrary<GuardedCatalog> = fc
  .record({
    deliverables: fc.tuple(...DELIVERABLES.map(() => DELIVERABLE)),
    customers: fc.tuple(...CUSTOMERS.map(() => CUSTOMER)),
    groups: fc.tuple(...GROUPS.map(() => READINESS)),
    edges: fc.array(EDGE, { minLength: 6, maxLength: 40 }),
    hidden: fc.subarray([...DELIVERABLES, ...CUSTOMERS, ...GROUPS, ...USERS]),
  })
  .map(({ deliverables, customers: specs, groups, edges: drawn, hidden }) => {
    const entities = new Map<string, Entity>();
    deliverables.forEach(
      ({ annotations, texts, title, assigned, short }, i) => {
        const ref = DELIVERABLES[i];
        const own = `${ref.split(/[:/]/)[1]}/`;
        const written = Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            key,
            short ? value?.split(own).join('') : value,
          ]),
        );
        entities.set(
          ref,
          entityOf(ref, {
            title,
            annotations: defaults(texts, written),
            assigned,
          }),
        );
      },
    );
    CUSTOMERS.forEach((ref, i) =>
      entities.set(ref, entityOf(ref, { spec: specs[i] })),
    );
    GROUPS.forEach((ref, i) =>
      entities.set(ref, entityOf(ref, { annotations: groups[i] })),
    );
    USERS.forEach(ref => entities.set(ref, entityOf(ref, {})));

    const relate = (ref: string, relation: EntityRelation) =>
      entities.get(ref)?.relations?.push(relation);
    for (const { source, target, forward, reverse, ends } of drawn) {
      const lowerCase = (ref: string) => ref.toLowerCase();
      if (ends !== 'target' || !entities.has(target)) {
        relate(source, { type: forward, targetRef: lowerCase(target) });
      }
      if (ends !== 'source') {
        relate(target, { type: reverse, targetRef: lowerCase(source) });
      }
    }
    return {
      entities: [...entities.values()],
      hidden: new Set(hidden.map(ref => ref.toLowerCase())),
    };
  });
