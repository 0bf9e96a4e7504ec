import { Entity, EntityRelation } from '@backstage/catalog-model';
import { createAnnotations } from './annotations';
import { CatalogDraft, Kind, KINDS } from './CatalogDraft';
import { Landscape } from './Landscape';
import { Organisation } from './Organisation';
import { PairType } from './Pairs';
import { specOf } from './specs';

/** A synthetic catalog whose entities are made one by one, so that a million of them needn't be held at once. */
export type SyntheticCatalog = {
  /** How many entities it has. */
  size: number;
  /** How many relations its entities have, each pair counted at both of its ends. */
  relations: number;
  /** The refs of the platform's shared resources, the most used first. */
  platform: string[];
  /** The ref of the n-th entity. */
  ref(node: number): string;
  /** The n-th entity, with its final relations. Always the same for the same catalog. */
  entity(node: number): Entity;
};

const TOPICS =
  'billing booking catalogue checkout claims content delivery finance fraud identity insight inventory ledger loyalty marketing messaging orders payments pricing profile ranking reporting returns risk routing search shipping stock support tariffs tickets vouchers'.split(
    ' ',
  );

const NOUNS: Record<Kind, string[]> = {
  Component: ['service', 'gateway', 'worker', 'website', 'library'],
  API: ['api', 'events'],
  Resource: ['database', 'cluster', 'bucket', 'queue', 'cache'],
  System: ['system'],
  Domain: ['domain'],
  Group: ['team'],
  User: ['user'],
  Customer: ['customers'],
};

/** What kind of thing a ref that names nothing pretends to be. */
const KIND_OF_MISSING: Record<PairType, string> = {
  partOf: 'system',
  ownedBy: 'group',
  dependsOn: 'component',
  consumesApi: 'api',
  providesApi: 'api',
  memberOf: 'group',
  childOf: 'group',
  hasEconomicCustomer: 'customer',
  hasInternalCustomer: 'group',
  operatedBy: 'group',
};

/**
 * Opens a catalog shaped like a large company's. O(size); the same for the same seed.
 *
 * @remarks
 *
 * Of 100 entities 44 are components, 14 resources, 12 APIs, 5 systems, 0.5 domains, 3 groups, 1 a customer, the rest users.
 *
 * - Domains, groups and customers stand in trees. Systems belong to domains, some of which are far larger than others, and
 *   have 4 components or many more. One component in twenty is part of another.
 * - A component depends on five others, a few on dozens: mostly of its own system, then of its domain, then of the
 *   platform, which is the first domain. Within each, those made first are chosen most often, so that fan-in follows a
 *   power law. It consumes APIs in the same way. One in ten stands alone; of the platform, most do.
 * - Nearly everything rests on the shared resources of the platform, directly or through a database.
 * - Things build on what was made before them. One dependency in a hundred within a system runs both ways: these are the
 *   cycles.
 * - A quarter of the domains, 15 % of the systems and 3 % of the components declare economic customers; a third of domains
 *   and systems an operations team. One entity in a hundred has an annotation that can't be read.
 * - What entities name is missing in 1 to 3 % of the cases.
 *
 * Measured at 100,000 entities, by the part "shape" of the benchmarks: 10.1 relations for each entity; 1.9 % of the pairs
 * dangle; 7 containers one above the other; the largest cycle has 78 entities. A component rests on 75 others (median;
 * 95 %: 320, at most 711) and serves 6 (160, 40,094). The most used database has 11,000 dependents and reaches 62 % of the
 * catalog.
 *
 * Beside a real catalog, that of GitLab.com in 2022 with 55 components and resources: there, 14.5 % of them depend on each
 * of the three most used, here 20, 6 and 5 % do; there, 40 % of what is depended on has one dependent, here 26 %. In that
 * catalog people wrote 0.7 dependencies for each, mostly on the shared databases; here there are 4.5, as where they come
 * from traces, and most are neighbours.
 *
 * @param size - how many entities, at least 500
 */
export function openSyntheticCatalog(size: number, seed = 1): SyntheticCatalog {
  const draft = new CatalogDraft(size, seed);
  const organisation = new Organisation(draft);
  const { platform } = new Landscape(draft, organisation);
  organisation.employ();
  const { kinds, pairs } = draft;
  const relations = pairs.sort(size);
  const annotationsOf = createAnnotations(seed);

  const kindOf = (node: number) => KINDS[kinds[node]];
  const nameOf = (node: number) => {
    const nouns = NOUNS[kindOf(node)];
    return `${TOPICS[(node * 7) % TOPICS.length]}-${
      nouns[node % nouns.length]
    }-${node}`;
  };
  const refs: string[] = [];
  const ref = (node: number, type: PairType = 'dependsOn') => {
    if (node >= size) {
      return `${KIND_OF_MISSING[type]}:default/former-${node - size}`;
    }
    refs[node] ??= `${kindOf(node).toLowerCase()}:default/${nameOf(node)}`;
    return refs[node];
  };

  const entity = (node: number): Entity => {
    const said: Partial<Record<PairType, string[]>> = {};
    const targets: Array<EntityRelation> = [];
    pairs.forEachSaid(node, (type, target) => {
      const targetRef = ref(target, type);
      (said[type] ??= []).push(targetRef);
      targets.push({ type, targetRef });
    });
    pairs.forEachHeard(node, (type, source) =>
      targets.push({ type, targetRef: ref(source) }),
    );
    const kind = kindOf(node);
    const name = nameOf(node);
    return {
      apiVersion:
        kind === 'Customer'
          ? 'customer-layer.io/v1alpha1'
          : 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name,
        namespace: 'default',
        title: name.replaceAll('-', ' '),
        annotations: {
          'backstage.io/managed-by-location': `url:https://git.example.com/${name}/catalog-info.yaml`,
          'backstage.io/source-location': `url:https://git.example.com/${name}/`,
          ...annotationsOf({ kind, node, said }),
        },
      },
      spec: specOf({ kind, node, type: name.split('-')[1], said }),
      relations: targets,
    };
  };
  return { size, relations, platform: platform.map(n => ref(n)), ref, entity };
}

/** The refs of all entities whose declarations count. */
export const deliverableRefs = (catalog: SyntheticCatalog): string[] =>
  Array.from({ length: catalog.size }, (_, node) => catalog.ref(node)).filter(
    ref => /^(component|api|resource|system|domain):/.test(ref),
  );

/** The entities of a catalog, some at a time. */
export function* chunksOf(
  catalog: SyntheticCatalog,
  length: number,
): Generator<Entity[]> {
  for (let first = 0; first < catalog.size; first += length) {
    const count = Math.min(length, catalog.size - first);
    yield Array.from({ length: count }, (_, i) => catalog.entity(first + i));
  }
}
