import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { findComponents } from '../plugins/customer-layer-common/src/graph/components';
import { inOnePiece } from '../plugins/customer-layer-common/src/graph/Paged';
import { BareWalk, FlatRows, flatGraph } from './BareWalk';
import { graphOf } from './graphOf';
import { readOptions, run } from './options';
import { format, printTable, printTitle, quantile } from './report';
import {
  chunksOf,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';

const REAL_CATALOG = join(
  __dirname,
  '../examples/gitlab-2022/catalog-info.yaml',
);

/** How many components and resources there are, and how many of them depend on each that is depended on. */
type Dependencies = { dependents: number; fanIn: number[] };

const share = (part: number, whole: number) =>
  `${format((part / whole) * 100)} %`;

/** How dependencies fall upon what is depended on. */
function fanInFigures({ dependents, fanIn }: Dependencies) {
  const descending = [...fanIn].sort((a, b) => b - a);
  const sum = (count: number) =>
    descending.slice(0, count).reduce((total, one) => total + one, 0);
  const all = sum(fanIn.length);
  return {
    'dependencies each': all / dependents,
    'dependents of the four most used': descending
      .slice(0, 4)
      .map(one => share(one, dependents))
      .join(', '),
    'those four get of all dependencies': share(sum(4), all),
    'used by one alone': share(
      fanIn.filter(one => one === 1).length,
      fanIn.length,
    ),
  };
}

function dependenciesOf(entities: Iterable<Entity>): Dependencies {
  const fanIn = new Map<string, number>();
  let dependents = 0;
  for (const { kind, metadata, spec } of entities) {
    if (kind === 'Component' || kind === 'Resource') {
      dependents++;
      for (const text of (spec?.dependsOn as string[] | undefined) ?? []) {
        const ref = stringifyEntityRef(
          parseEntityRef(text, { defaultNamespace: metadata.namespace }),
        );
        fanIn.set(ref, (fanIn.get(ref) ?? 0) + 1);
      }
    }
  }
  return { dependents, fanIn: [...fanIn.values()] };
}

function* entitiesOf(catalog: SyntheticCatalog): Generator<Entity> {
  for (const chunk of chunksOf(catalog, 1000)) {
    yield* chunk;
  }
}

async function realCatalog(): Promise<Entity[]> {
  return parseAllDocuments(await readFile(REAL_CATALOG, 'utf8')).map(document =>
    document.toJS(),
  );
}

/** The share of what entities say that names nothing. */
function danglingShare(catalog: SyntheticCatalog): number {
  const refs = new Set<string>();
  for (let node = 0; node < catalog.size; node++) {
    refs.add(catalog.ref(node));
  }
  let dangling = 0;
  let all = 0;
  for (const { relations } of entitiesOf(catalog)) {
    all += relations!.length;
    dangling += relations!.filter(
      ({ targetRef }) => !refs.has(targetRef),
    ).length;
  }
  // Pairs that exist stand at both of their ends, the others at one.
  return dangling / ((all + dangling) / 2);
}

function depthOf({ offsets, values }: FlatRows, node: number): number {
  let depth = 0;
  for (let at = node; offsets[at] < offsets[at + 1]; depth++) {
    at = values[offsets[at]];
  }
  return depth;
}

/** How many entities the largest circle of the service graph has. */
function largestCycle(serves: FlatRows): number {
  const members = new Map<number, Set<number>>();
  findComponents(serves).of.forEach((component, service) => {
    let nodes = members.get(component);
    if (!nodes) {
      nodes = new Set();
      members.set(component, nodes);
    }
    nodes.add(service >>> 1);
  });
  return Array.from(members.values()).reduce(
    (most, { size }) => Math.max(most, size),
    0,
  );
}

function measure(size: number) {
  const catalog = openSyntheticCatalog(size);
  const graph = graphOf(catalog);
  const { refs } = graph.index;
  const { serves, restsOn, parts } = flatGraph(graph);
  const containers = inOnePiece(graph.index.edges.containers);
  const bare = new BareWalk(refs.size);
  const nodesOf = (kind: string) =>
    Array.from({ length: size }, (_, i) => catalog.ref(i)).flatMap(ref =>
      ref.startsWith(kind) ? refs.find(ref)! : [],
    );
  const reached = (nodes: number[], hops: FlatRows, down?: FlatRows) => {
    const step = Math.max(1, Math.floor(nodes.length / 5000));
    const counts = Float64Array.from(
      nodes.filter((_, i) => i % step === 0),
      node => {
        bare.run(node, hops, down);
        return bare.nodes({ without: 'as depended upon' }).size - 1;
      },
    ).sort();
    return [0.5, 0.95, 1].map(q => format(quantile(counts, q))).join(' / ');
  };
  const hub = refs.find(catalog.platform[0])!;
  bare.run(hub, serves);
  const hubReaches = bare.nodes({ without: 'as depended upon' }).size - 1;
  const components = nodesOf('component:');
  const deepest = components.reduce(
    (most, node) => Math.max(most, depthOf(containers, node)),
    0,
  );
  return {
    shape: {
      entities: size.toLocaleString('en-US'),
      'relations per entity': catalog.relations / size,
      'pairs that dangle': `${format(danglingShare(catalog) * 100)} %`,
      'containers one above the other': deepest,
      'largest cycle': largestCycle(serves),
      'a component rests on (p50 / p95 / max)': reached(
        components,
        restsOn,
        parts,
      ),
      'it serves (p50 / p95 / max)': reached(components, serves),
      'the most used database serves': share(hubReaches, size),
    },
    fanIn: {
      catalog: `synthetic, ${size.toLocaleString('en-US')} entities`,
      ...fanInFigures(dependenciesOf(entitiesOf(catalog))),
    },
  };
}

/** What the synthetic catalogs look like, beside a real one. */
async function show(): Promise<void> {
  const { sizes, entities } = readOptions();
  const figures = sizes.filter(size => size <= entities).map(measure);
  printTitle('The shape of the synthetic catalogs');
  printTable(figures.map(({ shape }) => shape));
  printTitle('Fan-in of dependencies');
  printTable([
    {
      catalog: 'real: GitLab.com in 2022',
      ...fanInFigures(dependenciesOf(await realCatalog())),
    },
    ...figures.map(({ fanIn }) => fanIn),
  ]);
}

run(show);
