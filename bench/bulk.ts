import {
  CustomerGraph,
  EntityLayers,
  layersOf,
  SurveyEntry,
  surveyOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { BareWalk, flatGraph } from './BareWalk';
import { graphOf, now } from './graphOf';
import { readOptions, run } from './options';
import {
  checkSame,
  format,
  median,
  printLine,
  printTable,
  printTitle,
  timed,
} from './report';
import { openSyntheticCatalog } from './syntheticCatalog';

/** The four bulk questions, each answered from the layers of one entity. */
function surveyEntry(
  graph: CustomerGraph,
  { entityRef, customers, supply }: EntityLayers,
): SurveyEntry & { unowned: string[] } {
  const existing = customers.filter(({ exists }) => exists);
  const tiers = existing
    .filter(({ source }) => source !== 'consumer')
    .flatMap(({ tier }) => tier ?? []);
  return {
    entityRef,
    economicCustomer: existing.some(({ role }) => role === 'economic'),
    anyCustomer: existing.length > 0,
    unowned: supply
      .filter(({ owners }) => !owners.some(owner => graph.exists(owner)))
      .map(one => one.entityRef),
    ...(tiers.length && { leastTier: Math.min(...tiers) }),
  };
}

/** The four bulk questions about all entities in one pass, beside a walk for each entity. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  const graph = graphOf(catalog);
  const { refs } = graph.index;
  const { serves, restsOn, parts } = flatGraph(graph);

  const times: number[] = [];
  let survey: SurveyEntry[] = [];
  for (let i = 0; i < 5; i++) {
    const { result, ms } = timed(() => surveyOf(graph));
    survey = result;
    times.push(ms);
  }

  const each = timed(() =>
    survey.map(({ entityRef }) =>
      surveyEntry(graph, layersOf(graph, entityRef, { now })!),
    ),
  );
  survey.forEach(({ unownedSupply, ...entry }, i) => {
    const { unowned, ...theirs } = each.result[i];
    checkSame(`"${entry.entityRef}"`, entry, theirs);
    // There may be several; any of them will do.
    checkSame(
      `the unowned supply of "${entry.entityRef}"`,
      unownedSupply === undefined
        ? unowned.length === 0
        : unowned.includes(unownedSupply),
      true,
    );
  });

  const bare = new BareWalk(refs.size);
  const nodes = survey.map(({ entityRef }) => refs.find(entityRef)!);
  const search = timed(() =>
    nodes.forEach(node => {
      bare.run(node, restsOn, parts);
      bare.run(node, serves, parts);
    }),
  );

  const ours = median(times);
  const row = (what: string, ms: number) => ({
    [`${survey.length.toLocaleString('en-US')} deliverable entities`]: what,
    ms,
    'of the survey': `${format(ms / ours)} ×`,
  });
  printTitle('The four bulk questions about every entity');
  printTable([
    row('surveyOf: all four in one pass (median of 5)', ours),
    row('a walk for each: layersOf, and a look at its answer', each.ms),
    row('two bare searches for each, which answer nothing', search.ms),
  ]);
  const share = (is: (entry: SurveyEntry) => boolean) =>
    `${format((survey.filter(is).length / survey.length) * 100)} %`;
  printLine(
    `All ${survey.length.toLocaleString('en-US')} entries are the same. ${share(
      entry => entry.economicCustomer,
    )} have an economic customer, ${share(
      entry => entry.anyCustomer,
    )} any customer, ${share(
      entry => entry.unownedSupply !== undefined,
    )} an unowned supply, ${share(
      entry => entry.leastTier === 1,
    )} serve a customer of tier 1.`,
  );
}

run(compare);
