import { Entity, EntityRelation } from '@backstage/catalog-model';
import { CUSTOMER_API_VERSION } from '@missing-layer/backstage-plugin-customer-layer-common';

/** A small seeded generator (mulberry32), so that every run measures the same catalog. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Components call only components of a higher level, so that no chain is longer than this. */
const LEVELS = 6;

/**
 * A catalog shaped like a large company's: products in systems in domains; components call, level by level, others of
 * their own domain, and now and then the shared platform, which is the first domain; some are far more popular than
 * others. One component in five and every other system declares customers.
 *
 * @param size - how many entities, a multiple of 200
 */
export function syntheticCatalog(size: number, seed = 1): Entity[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  // Squared, so that a few are named often.
  const popular = (limit: number) => Math.floor(random() ** 2 * limit);

  const entities = new Map<string, Entity>();
  const add = (
    kind: string,
    name: string,
    more: { spec?: Entity['spec']; annotations?: Record<string, string> } = {},
  ) => {
    const ref = `${kind.toLowerCase()}:default/${name}`;
    entities.set(ref, {
      apiVersion:
        kind === 'Customer' ? CUSTOMER_API_VERSION : 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name,
        namespace: 'default',
        title: `The ${kind} ${name}`,
        annotations: {
          'backstage.io/managed-by-location': `url:https://git.example.com/${name}/catalog-info.yaml`,
          ...more.annotations,
        },
      },
      spec: more.spec,
      relations: [],
    });
    return ref;
  };
  const relate = (from: string, type: string, to: string, inverse: string) => {
    const relations = (ref: string) =>
      entities.get(ref)!.relations as EntityRelation[];
    relations(from).push({ type, targetRef: to });
    relations(to).push({ type: inverse, targetRef: from });
  };
  const many = <T>(share: number, make: (i: number) => T): T[] =>
    Array.from({ length: Math.max(1, Math.round(size * share)) }, (_, i) =>
      make(i),
    );

  const customers = many(0.01, i =>
    add('Customer', `customer-${i}`, {
      spec: {
        type: 'economic',
        tier: 1 + (i % 4),
        value: { amount: 1000 * i, currency: 'EUR' },
      },
    }),
  );
  const groups = many(0.03, i => add('Group', `team-${i}`));
  const some = (refs: string[]) => refs[below(refs.length)];
  const declaring = () => ({
    'customer-layer.io/economic-customers': some(customers),
    'customer-layer.io/operations-team': some(groups),
  });
  const domains = many(0.005, i => add('Domain', `domain-${i}`));
  const systems = many(0.05, i => {
    const ref = add('System', `system-${i}`, {
      annotations: i % 2 ? declaring() : {},
    });
    relate(ref, 'partOf', domains[i % domains.length], 'hasPart');
    return ref;
  });
  const resources = many(0.15, i =>
    add('Resource', `resource-${i}`, { spec: { type: 'database' } }),
  );
  const apis = many(0.15, i => add('API', `api-${i}`));
  const components = many(0.605, i =>
    add('Component', `component-${i}`, {
      spec: { type: 'service' },
      annotations: i % 5 ? {} : declaring(),
    }),
  );

  // The i-th system, resource, API or component is in the domain that i falls on.
  const inDomain = (refs: string[], domain: number) =>
    refs.filter((_, i) => i % domains.length === domain);
  domains.forEach((_, domain) => {
    const here = [systems, resources, apis, components].map(refs =>
      inDomain(refs, domain),
    );
    const platform = [systems, resources, apis, components].map(refs =>
      inDomain(refs, 0),
    );
    // Mostly of the own domain, the more popular the further in front.
    const pick = (kind: number) => {
      const refs = random() < 0.95 ? here[kind] : platform[kind];
      return refs[popular(refs.length)];
    };
    const levelOf = (ref: string) => Number(ref.split('-').pop()) % LEVELS;
    for (const component of here[3]) {
      relate(component, 'partOf', some(here[0]), 'hasPart');
      relate(component, 'dependsOn', pick(1), 'dependencyOf');
      relate(component, 'dependsOn', pick(1), 'dependencyOf');
      for (let n = 0; n < 3; n++) {
        const other = pick(3);
        if (levelOf(other) > levelOf(component)) {
          relate(component, 'dependsOn', other, 'dependencyOf');
        }
      }
      const api = pick(2);
      if (levelOf(api) > levelOf(component)) {
        relate(component, 'consumesApi', api, 'apiConsumedBy');
      }
    }
    for (const api of here[2]) {
      const provider = here[3].find(ref => levelOf(ref) === levelOf(api));
      if (provider) {
        relate(provider, 'providesApi', api, 'apiProvidedBy');
      }
    }
  });
  for (const ref of [...systems, ...resources, ...apis, ...components]) {
    relate(ref, 'ownedBy', some(groups), 'ownerOf');
  }
  return [...entities.values()];
}
