import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CustomerGraph,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { now } from './graphOf';
import { pick, seededRandom } from './random';
import { SyntheticCatalog } from './syntheticCatalog';

/** How often a question is asked beside some work. */
export const QUESTION_EVERY_MS = 5;

/** Some work that was done while questions were asked. */
export type WhileAsked<T> = {
  result: T;
  ms: number;
  /** What this process computed meanwhile, the questions included. */
  cpuMs: number;
  longestDelayMs: number;
  /** How late each question was answered, in milliseconds. */
  answered: number[];
};

/** Asks a question every few milliseconds, as long as some work goes on, and measures how late each is answered. */
export async function whileAsked<T>(
  ask: () => void,
  work: () => Promise<T>,
): Promise<WhileAsked<T>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const answered: number[] = [];
  let going = true;
  const asking = (async () => {
    for (let due = performance.now(); going; ) {
      await pause(Math.max(0, due - performance.now()));
      // As from a network: whatever has come meanwhile is there at once.
      for (; due <= performance.now(); due += QUESTION_EVERY_MS) {
        ask();
        answered.push(performance.now() - due);
      }
    }
  })();
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  going = false;
  await asking;
  delay.disable();
  return {
    result,
    ms,
    cpuMs: (user + system) / 1000,
    longestDelayMs: delay.max / 1e6,
    answered,
  };
}

/** Asks for the layers of a random component, and writes the answer down; some have been asked for before. */
export function createAsking(
  catalog: SyntheticCatalog,
  graph: CustomerGraph,
): () => void {
  const random = seededRandom(11);
  const refs = Array.from({ length: catalog.size }, (_, node) =>
    catalog.ref(node),
  ).filter(ref => ref.startsWith('component:'));
  const ask = () => {
    JSON.stringify(layersOf(graph, pick(random, refs), { now }));
  };
  for (let i = 0; i < 500; i++) {
    ask();
  }
  return ask;
}
