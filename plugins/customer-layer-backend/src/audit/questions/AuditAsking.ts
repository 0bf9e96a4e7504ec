import {
  CustomerGraph,
  dayOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { drawLots, Lots } from '../../masking/lots';
import { Mask } from '../../masking/Mask';
import { notFound } from '../../services/Asking';
import { Caller } from '../../services/Callers';
import { CanRead } from '../../services/ReadableRefs';
import { Viewer } from '../../services/Viewers';

/** What the questions about audits ask of their surroundings. */
export type Surroundings = {
  keeper: {
    /** @throws ServiceUnavailableError while there is none yet */
    graph(): CustomerGraph;
  };
  now(): Date;
  /** For each answer anew; {@link drawLots} where absent. */
  drawLots?(): Lots;
};

// Like a ref, as refs stand in graphs.
const REF = /^[a-z][a-z\d]*:[^:/]+\/[^:/]+$/;

const strict = (viewer: Viewer, caller: Caller): Viewer => ({
  ...viewer,
  canRead: async (graph, refs) => {
    const canRead = await viewer.canRead(graph, refs);
    return ref =>
      ref === caller.ref ||
      (canRead(ref) && (graph.mentions(ref) || !REF.test(ref)));
  },
});

/**
 * One request about audits being answered: for one viewer, behind one mask.
 *
 * @remarks
 *
 * What an audit wrote down may name entities that have gone from the catalog since, and whether the viewer could read
 * them nobody can say any more. So what looks like a ref and means nothing to the graph is hidden from whoever may not
 * read everything; but nobody is hidden from themselves.
 */
export class AuditAsking {
  readonly graph: CustomerGraph;
  readonly viewer: Viewer;
  readonly caller: Caller;
  readonly mask: Mask;
  readonly now: Date;
  /** ISO 8601 date, in UTC. */
  readonly today: string;

  constructor(
    surroundings: Surroundings,
    { viewer, caller }: { viewer: Viewer; caller: Caller },
  ) {
    this.graph = surroundings.keeper.graph();
    this.viewer = viewer.limited ? strict(viewer, caller) : viewer;
    this.caller = caller;
    this.mask = new Mask({
      graph: this.graph,
      viewer: this.viewer,
      lots: (surroundings.drawLots ?? drawLots)(),
    });
    this.now = surroundings.now();
    this.today = dayOf(this.now);
  }

  /**
   * Makes sure that the catalog holds an entity and that the viewer may read it.
   *
   * @throws NotFoundError, the same in both cases, so that nobody learns what they may not read
   */
  async find(entityRef: string): Promise<void> {
    const canRead = await this.subjects([entityRef]);
    if (!this.graph.exists(entityRef) || !canRead(entityRef)) {
      throw notFound([entityRef]);
    }
  }

  /** Finds out which subjects of findings the viewer may read; for whoever may read everything, those that are gone, too. */
  async subjects(entityRefs: Iterable<string>): Promise<CanRead> {
    const canRead = await this.viewer.canRead(this.graph, entityRefs);
    return this.viewer.limited
      ? ref => this.graph.exists(ref) && canRead(ref)
      : canRead;
  }

  /** Hides in an answer what the viewer may not read, where nothing has to be put in another order. */
  async hide<Answer extends object>(answer: Answer): Promise<Answer> {
    if (!this.viewer.limited) {
      return answer;
    }
    await this.mask.note(answer);
    await this.mask.learn();
    return this.mask.number(answer);
  }
}
