import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  CustomerGraph,
  DEFAULT_READINESS_THRESHOLDS,
  EntityLayers,
  Impact,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EMPTY_PAGE } from '../plugins/customer-layer-backend/src/audit/evidence/EvidenceBook';
import { jsonPieces } from '../plugins/customer-layer-backend/src/jsonPieces';
import { CustomerLayers } from '../plugins/customer-layer-backend/src/services/CustomerLayers';
import { ReadableRefs } from '../plugins/customer-layer-backend/src/services/ReadableRefs';
import { RefusedCustomers } from '../plugins/customer-layer-backend/src/services/RefusedCustomers';
import {
  Turn,
  Turns,
} from '../plugins/customer-layer-backend/src/services/Turns';
import { Viewer } from '../plugins/customer-layer-backend/src/services/Viewers';
import { graphOf, now } from './graphOf';
import { readOptions, run } from './options';
import { pick, seededRandom } from './random';
import { checkSame, printLine, printTable, printTitle, spread } from './report';
import {
  deliverableRefs,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';

const QUESTIONS = 1000;
const WARM_UP = 200;
// As configured by default.
const LIST_ENTRIES = 10_000;

type Answer = EntityLayers | Impact;
type Ask = (viewer: Viewer) => Promise<Answer>;

/** What was asked of the catalog. */
type LookUps = { requests: number; rows: number };

const isOpen = (ref: string) => !ref.endsWith('7');

/** What somebody may read, told from memory: the cost is that of masking, and of nothing that the catalog does. */
const SOMEBODY: Record<string, ((ref: string) => boolean) | undefined> = {
  everything: undefined,
  'everything, by conditions': () => true,
  'nine in ten, by conditions': isOpen,
};

function viewerOf(
  canRead: ((ref: string) => boolean) | undefined,
  { turn, lookUps }: { turn: Turn; lookUps: LookUps },
): Viewer {
  if (!canRead) {
    return { limited: false, turn, canRead: async () => () => true };
  }
  const readable = new ReadableRefs({
    turn,
    ask: async refs => {
      lookUps.requests++;
      lookUps.rows += refs.length;
      return refs.filter(canRead);
    },
  });
  return {
    limited: true,
    turn,
    canRead: (graph, refs) => readable.among(graph, refs),
  };
}

/** How long the lists of an answer are; what is missing may be hidden, and is left out then. */
const lengths = (answer: Answer) =>
  Object.entries(answer).flatMap(([key, value]) =>
    Array.isArray(value) && key !== 'missing' ? [value.length] : [],
  );

/** Answers all questions for somebody, one after the other, and prints the answers as they would be sent. */
async function answerAll(
  questions: readonly Ask[],
  canRead: ((ref: string) => boolean) | undefined,
) {
  const turns = new Turns();
  const lookUps: LookUps = { requests: 0, rows: 0 };
  const times: number[] = [];
  const found: unknown[] = [];
  let bytes = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const ask of questions) {
    const began = performance.now();
    const turn = turns.begin(new AbortController().signal);
    const answer = await ask(viewerOf(canRead, { turn, lookUps }));
    for await (const piece of jsonPieces(answer, turn)) {
      bytes += Buffer.byteLength(piece);
    }
    times.push(performance.now() - began);
    found.push(lengths(answer));
  }
  delay.disable();
  const each = (count: number) => count / questions.length;
  return {
    found,
    figures: {
      ...spread(times),
      'longest event-loop delay ms': delay.max / 1e6,
      'kB each': each(bytes) / 1000,
      'catalog requests each': each(lookUps.requests),
      'refs looked up each': each(lookUps.rows),
    },
  };
}

async function compareViewers(
  title: string,
  questions: readonly Ask[],
): Promise<void> {
  const rows = [];
  let counts: unknown;
  for (const [somebody, canRead] of Object.entries(SOMEBODY)) {
    await answerAll(questions.slice(0, WARM_UP), canRead);
    const { found, figures } = await answerAll(questions, canRead);
    counts ??= found;
    checkSame(`how much there is, for who may read ${somebody}`, found, counts);
    rows.push({ 'may read': somebody, ...figures });
  }
  printTitle(title);
  printTable(rows);
}

function questionsAbout(catalog: SyntheticCatalog, graph: CustomerGraph) {
  // A new one for each question, since it keeps for some seconds what took long to compute.
  const layers = () =>
    new CustomerLayers({
      keeper: {
        graph: () => graph,
        status: () => {
          throw new Error('Nobody asks for the state of the graph');
        },
      },
      evidence: { page: EMPTY_PAGE },
      thresholds: DEFAULT_READINESS_THRESHOLDS,
      refused: new RefusedCustomers(),
      limit: LIST_ENTRIES,
      now: () => now,
    });
  const random = seededRandom(7);
  const deliverable = deliverableRefs(catalog).filter(isOpen);
  const some = Array.from({ length: QUESTIONS }, () =>
    pick(random, deliverable),
  );
  return {
    layers: some.map<Ask>(
      entityRef => viewer => layers().layers({ entityRef, page: {} }, viewer),
    ),
    impact: some.map<Ask>(
      ref => viewer => layers().impact({ entityRefs: [ref], page: {} }, viewer),
    ),
    hubs: catalog.platform
      .filter(isOpen)
      .slice(0, 5)
      .map<Ask>(
        ref => viewer =>
          layers().impact({ entityRefs: [ref], page: {} }, viewer),
      ),
  };
}

/** What masking costs: the same questions, for somebody who may read everything and for somebody with conditions. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  const questions = questionsAbout(catalog, graphOf(catalog));
  printLine(
    `${entities.toLocaleString(
      'en-US',
    )} entities; lists are cut at ${LIST_ENTRIES.toLocaleString(
      'en-US',
    )} entries. The catalog answers from memory, at once.`,
  );
  await compareViewers(`layers of ${QUESTIONS} entities`, questions.layers);
  await compareViewers(`impact of ${QUESTIONS} entities`, questions.impact);
  await compareViewers('impact of what most rests on', questions.hubs);
}

run(compare);
