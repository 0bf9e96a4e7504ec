import { setImmediate } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import {
  customersOf,
  CustomersPage,
  Delivery,
  deliveryTo,
  EntityLayers,
  GraphStatus,
  Impact,
  impactOf,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { CanRead } from '../masking/Mask';
import {
  maskCustomers,
  maskDelivery,
  maskImpact,
  maskLayers,
} from '../masking/masking';
import { refsInProblems } from '../masking/problems';
import { refsIn } from '../masking/refsInText';
import { CustomersPosition, pageOf } from './customersCursor';
import { GraphKeeper } from './GraphKeeper';
import { RefusedCustomers } from './RefusedCustomers';
import { Viewer } from './Viewers';

// What the lists of a whole answer about several entities share, and what is left to each in any case.
const ENTRIES_PER_ANSWER = 100_000;
const LEAST_ENTRIES_PER_LIST = 100;

// After so much work, other requests come first.
const WORK_AT_A_STRETCH_MS = 10;

function createBreaks(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since >= WORK_AT_A_STRETCH_MS) {
      await setImmediate();
      since = performance.now();
    }
  };
}

// One text for both, so that nobody learns what they may not read.
const notFound = (refs: readonly string[]) =>
  new NotFoundError(
    `The catalog has no ${refs
      .map(ref => `"${ref}"`)
      .join(
        ', ',
      )} that you may read. Check the spelling of kind, namespace and name`,
  );

/**
 * The questions of the customer layer, each answered for one viewer: computed from the graph, then masked.
 */
export class CustomerLayers {
  readonly #keeper: GraphKeeper;
  readonly #refused: RefusedCustomers;
  readonly #limit: number;
  readonly #now: () => Date;

  constructor(options: {
    keeper: GraphKeeper;
    refused: RefusedCustomers;
    /** At most so many entries in each list of an answer. */
    limit: number;
    now(): Date;
  }) {
    this.#keeper = options.keeper;
    this.#refused = options.refused;
    this.#limit = options.limit;
    this.#now = options.now;
  }

  /**
   * The layers of one entity.
   *
   * @throws NotFoundError when the catalog has no such entity, or the viewer may not read it
   */
  async layers(entityRef: string, viewer: Viewer): Promise<EntityLayers> {
    const [layers] = await this.layersByRefs([entityRef], viewer);
    if (!layers) {
      throw notFound([entityRef]);
    }
    return layers;
  }

  /**
   * The layers of several entities, in order; undefined for those that {@link CustomerLayers.layers} does not find.
   *
   * @remarks
   *
   * The more entities, the sooner their lists are cut: the whole answer must fit into memory.
   */
  async layersByRefs(
    entityRefs: readonly string[],
    viewer: Viewer,
  ): Promise<Array<EntityLayers | undefined>> {
    const graph = this.#keeper.graph();
    const items: Array<EntityLayers | undefined> = [];
    const refs = new Set<string>();
    const takeBreak = createBreaks();
    const limit = Math.min(
      this.#limit,
      Math.max(
        LEAST_ENTRIES_PER_LIST,
        Math.floor(ENTRIES_PER_ANSWER / entityRefs.length),
      ),
    );
    for (const entityRef of entityRefs) {
      const layers = layersOf(graph, entityRef, {
        now: this.#now(),
        limit,
        refusals: this.#refused.reasons,
      });
      items.push(layers);
      if (layers && viewer.limited) {
        refsIn(layers).forEach(ref => refs.add(ref));
        refsInProblems(layers).forEach(ref => refs.add(ref));
      }
      await takeBreak();
    }
    if (!viewer.limited) {
      return items;
    }
    const canRead = await viewer.canRead(graph, refs);
    const masked: Array<EntityLayers | undefined> = [];
    for (const layers of items) {
      masked.push(
        layers && canRead(layers.entityRef)
          ? maskLayers(layers, canRead)
          : undefined,
      );
      await takeBreak();
    }
    return masked;
  }

  /**
   * Who is hit if some entities fail together.
   *
   * @throws NotFoundError when the viewer may not read one of them, or the graph doesn't mention it
   */
  async impact(entityRefs: readonly string[], viewer: Viewer): Promise<Impact> {
    const graph = this.#keeper.graph();
    const query = this.#query();
    const mayAskAbout = await viewer.canRead(graph, entityRefs);
    const missing = entityRefs.filter(
      ref => !graph.mentions(ref) || !mayAskAbout(ref),
    );
    if (missing.length) {
      throw notFound(missing);
    }
    if (!viewer.limited) {
      return impactOf(graph, entityRefs, query);
    }

    // What the totals count may be more than the lists show, so the first pass takes note of both.
    const refs = new Set<string>();
    const takeNote: CanRead = ref => {
      refs.add(ref);
      return true;
    };
    refsIn(
      impactOf(graph, entityRefs, { ...query, canRead: takeNote }),
    ).forEach(takeNote);
    const canRead = await viewer.canRead(graph, refs);
    return maskImpact(
      impactOf(graph, entityRefs, { ...query, canRead }),
      canRead,
    );
  }

  /**
   * What a customer's service rests on.
   *
   * @throws NotFoundError when the viewer may not read the customer, or the graph doesn't mention it
   */
  async delivery(customerRef: string, viewer: Viewer): Promise<Delivery> {
    const graph = this.#keeper.graph();
    const delivery = deliveryTo(graph, customerRef, this.#query());
    if (!delivery) {
      throw notFound([customerRef]);
    }
    if (!viewer.limited) {
      return delivery;
    }
    const canRead = await viewer.canRead(graph, refsIn(delivery));
    if (!canRead(customerRef)) {
      throw notFound([customerRef]);
    }
    return maskDelivery(delivery, canRead);
  }

  /** One page of all customers, those that the viewer may not read last. */
  async customers(
    query: { limit: number; position?: CustomersPosition },
    viewer: Viewer,
  ): Promise<CustomersPage> {
    const graph = this.#keeper.graph();
    const { revision, builtAt } = graph;
    let customers = customersOf(graph);
    if (viewer.limited) {
      const refs = customers.map(({ customerRef }) => customerRef);
      customers = maskCustomers(customers, await viewer.canRead(graph, refs));
    }
    return {
      graph: { revision, builtAt },
      ...pageOf(customers, { ...query, revision }),
      totalItems: customers.length,
    };
  }

  /** The state of the graph. */
  status(): GraphStatus {
    return this.#keeper.status();
  }

  #query() {
    return { now: this.#now(), limit: this.#limit };
  }
}
