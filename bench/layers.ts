import {
  impactOf,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { walkToConsumers } from '../plugins/customer-layer-common/src/graph/customers';
import { BareWalk, flatGraph } from './BareWalk';
import { graphOf, now } from './graphOf';
import { readOptions, run } from './options';
import {
  checkSame,
  format,
  printLine,
  printTable,
  printTitle,
  spread,
} from './report';
import { openSyntheticCatalog } from './syntheticCatalog';

/** The layers of every entity, in process, beside a bare search that visits the same and answers nothing. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  const graph = graphOf(catalog);
  const { refs, facts, scratch } = graph.index;
  const { serves, restsOn, parts } = flatGraph(graph);
  const asked = Array.from({ length: entities }, (_, i) => catalog.ref(i));
  const nodes = asked.map(ref => refs.find(ref)!);
  const bare = new BareWalk(refs.size);

  // What `layersOf` walks: all that an entity rests on, and what it serves, for one with parts twice.
  const searchAll = (node: number): number => {
    const supply = bare.run(node, restsOn, parts);
    if (!facts.deliverable(node)) {
      return supply;
    }
    return (
      supply +
      bare.run(node, serves) +
      (parts.offsets[node] < parts.offsets[node + 1]
        ? bare.run(node, serves, parts)
        : 0)
    );
  };
  const [walk] = scratch.walks(refs.size);
  const restingOn = {
    hops: graph.index.restsOn,
    parts: graph.index.parts,
    refs,
  };
  const walkAll = (node: number) => {
    walk.run([node], restingOn);
    if (facts.deliverable(node)) {
      walkToConsumers(graph.index, [node]);
    }
  };

  for (let i = 0; i < 500; i++) {
    const node = nodes[Math.floor((i * entities) / 500)];
    const ref = refs.get(node);
    const layers = layersOf(graph, ref, { now })!;
    bare.run(node, restsOn, parts);
    const supply = bare.nodes();
    supply.delete(node);
    checkSame(
      `what "${ref}" rests on`,
      layers.supply.map(({ entityRef }) => entityRef).sort(),
      layers.applicable ? Array.from(supply, n => refs.get(n)).sort() : [],
    );
    bare.run(node, serves, parts);
    const affected = bare.nodes({ without: 'as depended upon' });
    affected.delete(node);
    checkSame(
      `what fails with "${ref}"`,
      impactOf(graph, [ref], { now }).affected.length,
      affected.size,
    );
  }

  const measure = (work: (i: number) => void) => {
    const times: number[] = [];
    for (let i = 0; i < entities; i++) {
      const began = performance.now();
      work(i);
      times.push(performance.now() - began);
    }
    return times;
  };
  let entries = 0;
  let states = 0;
  const layers = measure(i => {
    const answer = layersOf(graph, asked[i], { now })!;
    entries += answer.customers.length + answer.supply.length;
  });
  const walks = measure(i => walkAll(nodes[i]));
  const searches = measure(i => {
    states += searchAll(nodes[i]);
  });

  const total = (times: number[]) => times.reduce((sum, ms) => sum + ms, 0);
  const floor = total(searches);
  printTitle('Layers of every entity, in process');
  printTable(
    Object.entries({
      'layersOf: the whole answer': layers,
      'its walks alone: distances and exact smallest paths': walks,
      'bare breadth-first search over the same': searches,
    }).map(([what, times]) => ({
      [`${entities.toLocaleString(
        'en-US',
      )} entities, ${catalog.relations.toLocaleString('en-US')} relations`]:
        what,
      ...spread(times),
      'total s': total(times) / 1000,
      'of the bare search': `${format(total(times) / floor)} ×`,
    })),
  );
  printLine(
    `On average ${format(states / entities)} states visited and ${format(
      entries / entities,
    )} entries answered for each entity: ${format(
      (floor * 1e6) / states,
    )} ns for each state, ${format(
      ((total(layers) - total(walks)) * 1e6) / entries,
    )} ns for each entry beyond the walks.`,
  );
}

run(compare);
