import { NotFoundError } from '@backstage/errors';
import {
  CustomerGraph,
  Window,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidencePage } from '../audit/evidence/EvidenceBook';
import { Lots } from '../masking/lots';
import { Mask } from '../masking/Mask';
import { quoteAll } from '@missing-layer/backstage-plugin-customer-layer-node';
import { ListsCall, ListsPage, openPage, PageOfLists } from './listsPage';
import { RecentAnswers } from './RecentAnswers';
import { takeSteps } from './takeSteps';
import { Viewer } from './Viewers';

/** Says of entities that the catalog has not got them, or that the viewer may not read them: in the same words. */
export const notFound = (entityRefs: readonly string[]): NotFoundError =>
  new NotFoundError(
    `The catalog has no ${quoteAll(
      entityRefs,
    )} that you may read. Check the spelling of kind, namespace and name`,
  );

/** One request being answered: all of it from one graph and one page of evidence, for one viewer, behind one mask. */
export class Asking {
  readonly graph: CustomerGraph;
  readonly evidence: EvidencePage;
  readonly viewer: Viewer;
  readonly mask: Mask;
  readonly #known: readonly number[];
  readonly #limit: number;
  readonly #recent: RecentAnswers;

  constructor(options: {
    graph: CustomerGraph;
    evidence: EvidencePage;
    /** Another number when the catalog has refused something else. */
    refusals: number;
    viewer: Viewer;
    lots: Lots;
    /** At most so many entries in each list. */
    limit: number;
    recent: RecentAnswers;
  }) {
    this.graph = options.graph;
    this.evidence = options.evidence;
    this.#known = [options.evidence.number, options.refusals];
    this.viewer = options.viewer;
    this.mask = new Mask(options);
    this.#limit = options.limit;
    this.#recent = options.recent;
  }

  /**
   * Works out which entries of each list to give.
   *
   * @throws what {@link openPage} throws
   */
  open(
    page: ListsPage,
    call: ListsCall,
    entityRefs: readonly string[],
  ): PageOfLists {
    const graph = this.graph.stamp;
    return openPage(page, { graph, call, entityRefs, limit: this.#limit });
  }

  /**
   * Makes sure that the graph mentions some entities and that the viewer may read them.
   *
   * @throws NotFoundError, the same in both cases, so that nobody learns what they may not read
   */
  async find(entityRefs: readonly string[]): Promise<void> {
    const canRead = await this.viewer.canRead(this.graph, entityRefs);
    const missing = entityRefs.filter(
      ref => !this.graph.mentions(ref) || !canRead(ref),
    );
    if (missing.length) {
      throw notFound(missing);
    }
  }

  /**
   * Computes an answer, when it is this request's turn: of somebody who may read everything the page, of anybody else all,
   * since what is hidden comes last among its equals. All of it is kept for the pages that follow.
   */
  async compute<Answer extends object>(
    page: PageOfLists,
    ask: (window: Window) => Answer,
  ): Promise<Answer> {
    await this.viewer.turn.takeBreak();
    const { window, ...asked } = this.#whole(page);
    return this.#recent.get(this.graph, {
      ...asked,
      compute: () => ask(window),
    });
  }

  /** Does the same in steps, between which others come first. */
  async computeInSteps<Answer extends object>(
    page: PageOfLists,
    ask: (window: Window) => Generator<undefined, Answer>,
  ): Promise<Answer> {
    const takeBreak = () => this.viewer.turn.takeBreak();
    await takeBreak();
    const { window, ...asked } = this.#whole(page);
    return this.#recent.inSteps(this.graph, {
      ...asked,
      begin: () => ask(window),
      takeBreak,
    });
  }

  /**
   * Computes in steps what answers many questions about the graph, and keeps it for those.
   *
   * @param question - what it depends on, beside the graph and what is known
   */
  async computeForAll<Answer extends object>(
    question: unknown,
    begin: () => Generator<undefined, Answer>,
  ): Promise<Answer> {
    return this.#recent.inSteps(this.graph, {
      question: JSON.stringify([question, this.#known]),
      begin,
      takeBreak: () => this.viewer.turn.takeBreak(),
      isNeededAgain: () => true,
    });
  }

  /** Takes steps, between which others come first. */
  takeSteps<Result>(steps: Generator<undefined, Result>): Promise<Result> {
    return takeSteps(steps, () => this.viewer.turn.takeBreak());
  }

  #whole({ question, window: asked }: PageOfLists) {
    const { limited } = this.viewer;
    const window = limited ? {} : asked;
    const end = asked.offset + asked.limit;
    return {
      window,
      // Once more is known it is another question.
      question: JSON.stringify([question, window, this.#known]),
      isNeededAgain: (answer: object) =>
        limited &&
        Object.values(answer).some(
          list => Array.isArray(list) && list.length > end,
        ),
    };
  }
}
