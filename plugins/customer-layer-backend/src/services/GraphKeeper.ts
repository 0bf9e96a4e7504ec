import { ServiceUnavailableError } from '@backstage/errors';
import {
  CustomerGraph,
  GraphStatus,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** A graph, and which of the published states it is. */
export type KeptGraph = { graph: CustomerGraph; sequence: number };

/** What is known about where the graph comes from. */
export type GraphOrigin = {
  /** When the last full reading of the catalog began that is in it. */
  readAt: Date;
  /** When the catalog last answered whoever reads it. */
  contactAt?: Date;
  /** Whether it is this replica that reads the catalog. */
  reader: boolean;
  origin: GraphStatus['origin'];
  /** How long the last full reading by this replica took, in milliseconds. */
  durationMs?: number;
};

/**
 * Keeps the graph that requests are answered from.
 *
 * @remarks
 *
 * A request takes {@link GraphKeeper.graph} once and is answered from it. Another graph takes its place; in it nothing
 * changes.
 */
export class GraphKeeper {
  readonly #now: () => Date;
  readonly #onGraph: (graph: CustomerGraph) => void;
  #kept: KeptGraph | undefined;
  #origin: GraphOrigin | undefined;

  constructor(options: {
    now(): Date;
    /** Called with each new graph. */
    onGraph?(graph: CustomerGraph): void;
  }) {
    this.#now = options.now;
    this.#onGraph = options.onGraph ?? (() => {});
  }

  /** Answers from this graph from now on. */
  keep(kept: KeptGraph): void {
    this.#kept = kept;
    this.#onGraph(kept.graph);
  }

  /** Remembers where the graph comes from. */
  noteOrigin(origin: GraphOrigin): void {
    this.#origin = origin;
  }

  /** What is kept, if anything is. */
  get kept(): KeptGraph | undefined {
    return this.#kept;
  }

  /**
   * The graph to answer from.
   *
   * @throws ServiceUnavailableError before there is one
   */
  graph(): CustomerGraph {
    if (!this.#kept) {
      throw new ServiceUnavailableError(
        'The catalog is still being read for the first time, so the customer layer can answer nothing yet. Ask again in a few seconds',
      );
    }
    return this.#kept.graph;
  }

  /**
   * Size, age and origin of the graph.
   *
   * @throws ServiceUnavailableError before there is one
   */
  status(): GraphStatus {
    const { revision, builtAt, counts } = this.graph();
    const readAt = this.#origin?.readAt ?? new Date(builtAt);
    return {
      revision,
      builtAt,
      counts,
      durationMs: this.#origin?.durationMs,
      ageSeconds: this.#secondsSince(readAt),
      contactSeconds: this.#secondsSince(this.#origin?.contactAt ?? readAt),
      reader: this.#origin?.reader ?? false,
      origin: this.#origin?.origin ?? 'snapshot',
    };
  }

  #secondsSince(time: Date): number {
    // Another replica's clock may be ahead of ours.
    return Math.max(0, (this.#now().getTime() - time.getTime()) / 1000);
  }
}
