import { gunzipSync, gzipSync } from 'node:zlib';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CustomerGraph,
  decodeGraph,
  encodeGraph,
  GraphBuilder,
  updateGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { BUILT_AT } from './graphOf';
import { readOptions, run } from './options';
import { pick, seededRandom } from './random';
import {
  checkSame,
  format,
  median,
  printLine,
  printTable,
  printTitle,
  quantile,
  spread,
  timed,
} from './report';
import {
  chunksOf,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';

const CHANGES_OF_A_SORT = 25;

type Edit = (
  entity: Entity,
  anyRef: () => string,
  i: number,
) => Entity | undefined;

const related = (entity: Entity, type: string, targetRef: string): Entity => ({
  ...entity,
  relations: [...(entity.relations ?? []), { type, targetRef }],
});

/** What happens to an entity from one reading to the next. */
const EDITS: Record<string, Edit> = {
  'an annotation changed': (entity, _, i) => ({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        'customer-layer.io/value': `Worth ${i}`,
      },
    },
  }),
  'a customer declared': (entity, _, i) =>
    related(
      {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            'customer-layer.io/economic-customers': `segment-${i % 3}`,
          },
        },
      },
      'hasEconomicCustomer',
      `customer:default/segment-${i % 3}`,
    ),
  'a dependency added': (entity, anyRef) =>
    related(entity, 'dependsOn', anyRef()),
  'a dependency on something never heard of': (entity, _, i) =>
    related(entity, 'dependsOn', `resource:default/new-${i}`),
  'the entity deleted': () => undefined,
};

/** What has changed since the catalog was made; absent entities are deleted. */
type Edited = Map<string, Entity | undefined>;

/** Builds the graph of a catalog with all that was edited. Only the building is timed. */
function rebuild(catalog: SyntheticCatalog, edited: Edited) {
  const builder = new GraphBuilder({ digest });
  let ms = 0;
  for (const chunk of chunksOf(catalog, 1000)) {
    const entities = chunk.flatMap(entity => {
      const ref = stringifyEntityRef(entity);
      return (edited.has(ref) ? edited.get(ref) : entity) ?? [];
    });
    ms += timed(() => entities.forEach(entity => builder.add(entity))).ms;
  }
  const built = timed(() => builder.build({ builtAt: BUILT_AT }));
  return { graph: built.result, ms: ms + built.ms };
}

/** Takes random changes into the graph, one after the other. */
function applyChanges(
  catalog: SyntheticCatalog,
  before: CustomerGraph,
): { graph: CustomerGraph; edited: Edited; times: Record<string, number[]> } {
  const random = seededRandom(3);
  const edited: Edited = new Map();
  const components = Array.from({ length: catalog.size }, (_, node) => node)
    // Users, groups and the rest are left alone.
    .filter(node => catalog.ref(node).startsWith('component:'));
  const anyRef = () => catalog.ref(pick(random, components));
  const next = (): Entity => {
    const node = pick(random, components);
    const ref = catalog.ref(node);
    return (edited.has(ref) ? edited.get(ref) : catalog.entity(node)) ?? next();
  };

  let graph = before;
  const times: Record<string, number[]> = {};
  for (const [sort, edit] of Object.entries(EDITS)) {
    times[sort] = [];
    for (let i = 0; i < CHANGES_OF_A_SORT; i++) {
      const old = next();
      const entityRef = stringifyEntityRef(old);
      const entity = edit(old, anyRef, i);
      const update = timed(() =>
        updateGraph(graph, [{ entityRef, ...(entity && { entity }) }], {
          digest,
          builtAt: BUILT_AT,
        }),
      );
      times[sort].push(update.ms);
      checkSame('what changed', update.result.changed, [entityRef]);
      graph = update.result.graph;
      edited.set(entityRef, entity);
    }
  }
  return { graph, edited, times };
}

function measureSnapshot(graph: CustomerGraph): void {
  const encoded = timed(() => encodeGraph(graph));
  const zipped = timed(() => gzipSync(encoded.result));
  const unzipped = timed(() => gunzipSync(zipped.result));
  const decoded = [1, 2, 3, 4, 5].map(() =>
    timed(() => decodeGraph(unzipped.result)),
  );
  checkSame('the revision', decoded[0].result.revision, graph.revision);
  printTitle('The graph as bytes');
  printTable([
    { step: 'encode', ms: encoded.ms, MB: encoded.result.length / 1e6 },
    { step: 'gzip', ms: zipped.ms, MB: zipped.result.length / 1e6 },
    { step: 'gunzip', ms: unzipped.ms },
    { step: 'decode (median of 5)', ms: median(decoded.map(d => d.ms)) },
  ]);
}

/** One entity changed, beside building the graph anew. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  const { graph } = rebuild(catalog, new Map());
  measureSnapshot(graph);

  const changed = applyChanges(catalog, graph);
  const rebuilds = [1, 2, 3].map(() => rebuild(catalog, changed.edited));
  checkSame(
    'the revision after all changes',
    changed.graph.revision,
    rebuilds[0].graph.revision,
  );

  printTitle('One entity changed');
  printTable([
    ...Object.entries(changed.times).map(([sort, times]) => {
      const ascending = [...times].sort((a, b) => a - b);
      return {
        [`${entities.toLocaleString(
          'en-US',
        )} entities, ${catalog.relations.toLocaleString('en-US')} relations`]:
          sort,
        'p50 ms': quantile(ascending, 0.5),
        'p95 ms': quantile(ascending, 0.95),
        'max ms': ascending[ascending.length - 1],
      };
    }),
  ]);
  const all = spread(Object.values(changed.times).flat());
  const anew = median(rebuilds.map(({ ms }) => ms));
  printLine(
    `All ${Object.values(changed.times).flat().length} changes: p50 ${format(
      all['p50 ms'],
    )} ms, p95 ${format(all['p95 ms'])} ms, max ${format(
      all['max ms'],
    )} ms. Building anew from entities in memory: ${format(
      anew,
    )} ms (median of 3), ${format(
      anew / all['p50 ms'],
    )} times as long. Both end with the same revision.`,
  );
}

run(compare);
