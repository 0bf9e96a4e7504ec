import {
  CustomerGraph,
  CustomersPage,
  Delivery,
  deliveryTo,
  EntityLayers,
  GraphStatus,
  Impact,
  impactInSteps,
  Judging,
  ReadinessThresholds,
  TeamOperations,
  TeamsPage,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { omit, pick } from 'lodash';
import { EvidencePage } from '../audit/evidence/EvidenceBook';
import { drawLots, Lots } from '../masking/lots';
import { maskDelivery, maskImpact } from '../masking/masking';
import { Asking, notFound } from './Asking';
import { CustomerList, CustomersQuestion } from './CustomerList';
import { LayersAnswers } from './LayersAnswers';
import { ListsPage, withNextCursor } from './listsPage';
import { RecentAnswers } from './RecentAnswers';
import { RefusedCustomers } from './RefusedCustomers';
import { TeamAnswer } from './TeamAnswer';
import { TeamList, TeamsQuestion } from './TeamList';
import { Viewer } from './Viewers';

/** Where the graph comes from that answers are computed from. */
export interface GraphSource {
  /**
   * The graph as it is now.
   *
   * @throws ServiceUnavailableError while there is none yet
   */
  graph(): CustomerGraph;
  /** What is known of it. */
  status(): GraphStatus;
}

/** Where it comes from what is known beside annotations. */
export interface EvidencePages {
  /** What is known now. */
  readonly page: EvidencePage;
}

// What an impact sums up over its customers.
const SUMS = ['valueAtRisk', 'valueHidden', 'smallestTier'] as const;

/**
 * The questions of the customer layer, each answered for one viewer: computed from the graph, then masked. All work is
 * done in pieces, between which others come first, and ends when nobody waits for it any more.
 */
export class CustomerLayers {
  readonly #keeper: GraphSource;
  readonly #evidence: EvidencePages;
  readonly #thresholds: ReadinessThresholds;
  readonly #refused: RefusedCustomers;
  readonly #limit: number;
  readonly #now: () => Date;
  readonly #drawLots: () => Lots;
  readonly #recent = new RecentAnswers();

  constructor(options: {
    keeper: GraphSource;
    evidence: EvidencePages;
    /** What teams must show. */
    thresholds: ReadinessThresholds;
    refused: RefusedCustomers;
    /** At most so many entries in each list of an answer. */
    limit: number;
    now(): Date;
    /** What decides the order of hidden entries of which the same can be seen, anew for each answer. */
    drawLots?(): Lots;
  }) {
    this.#keeper = options.keeper;
    this.#evidence = options.evidence;
    this.#thresholds = options.thresholds;
    this.#refused = options.refused;
    this.#limit = options.limit;
    this.#now = options.now;
    this.#drawLots = options.drawLots ?? drawLots;
  }

  /**
   * The layers of one entity.
   *
   * @throws NotFoundError when the catalog has no such entity, or the viewer may not read it; and what
   * {@link openPage} throws
   */
  async layers(
    { entityRef, page }: { entityRef: string; page: ListsPage },
    viewer: Viewer,
  ): Promise<EntityLayers> {
    const asking = this.#begin(viewer);
    const { value: layers } = await this.#layersOf(asking)
      .each({ entityRefs: [entityRef], page })
      .next();
    if (!layers) {
      throw notFound([entityRef]);
    }
    return layers;
  }

  /**
   * The layers of several entities, in order; undefined for those that {@link CustomerLayers.layers} does not find. They
   * are computed while they are read, so that only some are held at a time.
   */
  async *layersByRefs(
    { entityRefs, limit }: { entityRefs: readonly string[]; limit?: number },
    viewer: Viewer,
  ): AsyncGenerator<EntityLayers | undefined> {
    const page = limit === undefined ? {} : { limit };
    yield* this.#layersOf(this.#begin(viewer)).each({ entityRefs, page });
  }

  /**
   * Who is hit if some entities fail together.
   *
   * @throws NotFoundError when the viewer may not read one of them, or the graph doesn't mention it; and what
   * {@link openPage} throws
   */
  async impact(
    query: { entityRefs: readonly string[]; page: ListsPage },
    viewer: Viewer,
  ): Promise<Impact> {
    const { entityRefs } = query;
    const asking = this.#begin(viewer);
    const { graph, mask } = asking;
    const judging = this.#judging(asking);
    const page = asking.open(query.page, 'impact', entityRefs);
    await asking.find(entityRefs);
    const impact = await asking.computeInSteps(page, window =>
      impactInSteps(graph, entityRefs, { ...judging, ...window }),
    );
    if (!viewer.limited) {
      return withNextCursor(impact, page);
    }
    await mask.note(impact);
    await mask.learn();
    // Summed up again over customers who may be read, all of whom are in the whole impact.
    const summed = await asking.takeSteps(
      impactInSteps(graph, entityRefs, {
        ...judging,
        limit: 0,
        canRead: mask.canRead,
      }),
    );
    const sums = pick(summed, SUMS);
    const masked = await maskImpact(
      { ...omit(impact, 'smallestTier'), ...sums },
      mask,
      page.window,
    );
    return withNextCursor(masked, page);
  }

  /**
   * What a customer's service rests on.
   *
   * @throws NotFoundError when the viewer may not read the customer, or the graph doesn't mention it; and what
   * {@link openPage} throws
   */
  async delivery(
    query: { entityRef: string; page: ListsPage },
    viewer: Viewer,
  ): Promise<Delivery> {
    const { entityRef: customerRef } = query;
    const asking = this.#begin(viewer);
    const { graph, mask } = asking;
    const judging = this.#judging(asking);
    const page = asking.open(query.page, 'delivery', [customerRef]);
    await asking.find([customerRef]);
    const delivery = await asking.compute(
      page,
      window => deliveryTo(graph, customerRef, { ...judging, ...window })!,
    );
    if (!viewer.limited) {
      return withNextCursor(delivery, page);
    }
    await mask.note(delivery);
    await mask.learn();
    const masked = await maskDelivery(delivery, mask, page.window);
    return withNextCursor(masked, page);
  }

  /**
   * What a team operates, and of what it is an internal customer.
   *
   * @throws what {@link TeamAnswer.page} throws
   */
  async operations(
    query: { entityRef: string; page: ListsPage },
    viewer: Viewer,
  ): Promise<TeamOperations> {
    const asking = this.#begin(viewer);
    const judging = this.#judging(asking);
    return new TeamAnswer({ asking, judging }).page(query);
  }

  /**
   * One page of operations teams, those that the viewer may not read last.
   *
   * @throws what {@link TeamList.page} throws
   */
  async teams(question: TeamsQuestion, viewer: Viewer): Promise<TeamsPage> {
    const asking = this.#begin(viewer);
    const judging = this.#judging(asking);
    return new TeamList({ asking, judging }).page(question);
  }

  /**
   * One page of customers, those that the viewer may not read last.
   *
   * @throws what {@link CustomerList.page} throws
   */
  async customers(
    question: CustomersQuestion,
    viewer: Viewer,
  ): Promise<CustomersPage> {
    const lots = this.#drawLots();
    const asking = this.#begin(viewer, lots);
    const judging = this.#judging(asking);
    return new CustomerList({ asking, judging, lots }).page(question);
  }

  /** The state of the graph. */
  status(): GraphStatus {
    return this.#keeper.status();
  }

  #begin(viewer: Viewer, lots: Lots = this.#drawLots()): Asking {
    return new Asking({
      graph: this.#keeper.graph(),
      evidence: this.#evidence.page,
      refusals: this.#refused.changes,
      viewer,
      lots,
      limit: this.#limit,
      recent: this.#recent,
    });
  }

  #judging({ evidence }: Asking): Judging {
    return {
      now: this.#now(),
      thresholds: this.#thresholds,
      evidence: evidence.lookup,
    };
  }

  #layersOf(asking: Asking): LayersAnswers {
    return new LayersAnswers({
      asking,
      judging: this.#judging(asking),
      refusals: this.#refused.reasons,
    });
  }
}
