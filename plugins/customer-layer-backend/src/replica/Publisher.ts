import { setImmediate } from 'node:timers/promises';
import {
  CustomerGraph,
  encodeGraphInSteps,
  EntityChange,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { GraphStore } from '../database/GraphStore';
import { GraphKeeper } from '../services/GraphKeeper';
import { takeSteps } from '../services/takeSteps';
import { Term } from './Term';

// Requests that wait come between the steps.
const encoded = (graph: CustomerGraph): Promise<Uint8Array> =>
  takeSteps(encodeGraphInSteps(graph), () => setImmediate());

/**
 * Publishes graphs, and only then answers from them: so that every replica comes to answer from the same.
 *
 * @remarks
 *
 * Each publication returns false, and ends the term, when that is over.
 */
export class Publisher {
  readonly #store: GraphStore;
  readonly #keeper: GraphKeeper;
  readonly #term: Term;

  constructor(options: { store: GraphStore; keeper: GraphKeeper; term: Term }) {
    this.#store = options.store;
    this.#keeper = options.keeper;
    this.#term = options.term;
  }

  /** Publishes the kept graph with some changes in it as the next state. */
  async publishChanges(
    sequence: number,
    graph: CustomerGraph,
    changes: EntityChange[],
  ): Promise<boolean> {
    const { revision, builtAt } = graph;
    return this.#keepIf(
      await this.#store.publishChanges(this.#term.number, {
        sequence,
        revision,
        builtAt,
        changes,
      }),
      { graph, sequence },
    );
  }

  /** Publishes a whole graph: as the next state, or that of the published one, whose journal goes then. */
  async publishSnapshot(
    sequence: number,
    graph: CustomerGraph,
    options: { bytes?: Uint8Array; readAt?: Date } = {},
  ): Promise<boolean> {
    const { bytes = await encoded(graph), readAt } = options;
    return this.#keepIf(
      await this.#store.publishSnapshot(this.#term.number, {
        sequence,
        revision: graph.revision,
        readAt,
        bytes,
      }),
      { graph, sequence },
    );
  }

  #keepIf(
    published: boolean,
    kept: { graph: CustomerGraph; sequence: number },
  ): boolean {
    if (!published) {
      this.#term.end();
    } else if (this.#keeper.kept?.graph !== kept.graph) {
      this.#keeper.keep(kept);
    }
    return published;
  }
}
