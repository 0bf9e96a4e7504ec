import {
  Coverage,
  CoverageApi,
  CoverageAspect,
  coverageInSteps,
  CustomerGraph,
  placesInSteps,
  uncoveredInSteps,
  WhereToBegin,
  whereToBeginInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { createHash } from 'node:crypto';
import { EMPTY_PAGE } from '../audit/evidence/EvidenceBook';
import { drawLots, Lots } from '../masking/lots';
import { Asking } from '../services/Asking';
import { RecentAnswers } from '../services/RecentAnswers';
import { Viewer } from '../services/Viewers';
import { UncoveredList, UncoveredQuestion } from './UncoveredList';

type UncoveredPage = Awaited<ReturnType<CoverageApi['getUncovered']>>;

/** The questions how much of the catalog is covered, and where to begin, each answered for one viewer. */
export class Coverages {
  readonly #keeper: { graph(): CustomerGraph };
  readonly #drawLots: () => Lots;
  readonly #recent = new RecentAnswers();
  // What is the same for everybody who may read everything, for as long as the graph is used.
  readonly #kept = new WeakMap<CustomerGraph, Map<string, object>>();

  constructor(options: {
    /** @throws ServiceUnavailableError while there is no graph yet */
    keeper: { graph(): CustomerGraph };
    /** What decides the order of hidden refs in a list, anew for each answer. */
    drawLots?(): Lots;
  }) {
    this.#keeper = options.keeper;
    this.#drawLots = options.drawLots ?? drawLots;
  }

  /** How much of the catalog has customers and operations teams: the same for everybody. */
  coverage(viewer: Viewer): Promise<Coverage> {
    const asking = this.#begin(viewer);
    return this.#once(asking, ['coverage'], () =>
      coverageInSteps(asking.graph),
    );
  }

  /** Where to declare something, at places that the viewer may read. */
  async begin(
    { aspect, limit }: { aspect: CoverageAspect; limit: number },
    viewer: Viewer,
  ): Promise<WhereToBegin> {
    const asking = this.#begin(viewer);
    const { graph } = asking;
    if (!viewer.limited) {
      return this.#once(asking, ['begin', aspect, limit], () =>
        whereToBeginInSteps(graph, { aspect, limit }),
      );
    }
    const places = await asking.takeSteps(placesInSteps(graph, aspect));
    const canRead = await viewer.canRead(graph, places);
    // Those who may read the same get the same.
    const readable = createHash('sha256');
    for (const place of places) {
      readable.update(canRead(place) ? `${place}\n` : '');
    }
    return asking.computeForAll(
      ['begin', aspect, limit, readable.digest('hex')],
      () => whereToBeginInSteps(graph, { aspect, limit, canRead }),
    );
  }

  /**
   * One page of the entities that lack something, those left out that the viewer may not read.
   *
   * @throws InputError when the position belongs to another question
   */
  async uncovered(
    question: UncoveredQuestion,
    viewer: Viewer,
  ): Promise<UncoveredPage> {
    const asking = this.#begin(viewer);
    const refs = await asking.computeForAll(
      ['uncovered', question.aspect],
      () => uncoveredInSteps(asking.graph, question.aspect),
    );
    return new UncoveredList(asking).page(refs, question);
  }

  #begin(viewer: Viewer): Asking {
    return new Asking({
      graph: this.#keeper.graph(),
      // None of this depends on what is known beside the catalog.
      evidence: EMPTY_PAGE,
      refusals: 0,
      viewer,
      lots: this.#drawLots(),
      limit: Infinity,
      recent: this.#recent,
    });
  }

  // Computes something once for a graph.
  async #once<Answer extends object>(
    asking: Asking,
    question: unknown[],
    begin: () => Generator<undefined, Answer>,
  ): Promise<Answer> {
    const { graph } = asking;
    const kept = this.#kept.get(graph) ?? new Map<string, object>();
    this.#kept.set(graph, kept);
    const key = JSON.stringify(question);
    const known = kept.get(key);
    if (known) {
      return known as Answer;
    }
    const answer = await asking.computeForAll(question, begin);
    kept.set(key, answer);
    return answer;
  }
}
