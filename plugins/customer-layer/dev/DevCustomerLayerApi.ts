import {
  CustomerGraph,
  CustomerLayerApi,
  customersOf,
  deliveryTo,
  impactOf,
  layersOf,
  leastTiersInSteps,
  teamOperationsInSteps,
  teamsInSteps,
  weakestTeamsInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { NotFoundError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { devGraph } from './devGraph';
import { mask } from './mask';

function found<T>(entityRef: string, answer: T | undefined): T {
  if (!answer) {
    throw new NotFoundError(`There is no ${entityRef}`);
  }
  return mask(answer);
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}

/** Answers from a fixed catalog, without a backend. */
export class DevCustomerLayerApi implements CustomerLayerApi {
  readonly #graph: CustomerGraph;

  constructor(entities: Entity[]) {
    this.#graph = devGraph(entities);
  }

  async getLayers(ref: string) {
    return found(ref, layersOf(this.#graph, ref, { now: new Date() }));
  }

  async getLayersByRefs(refs: string[]) {
    return refs.map(ref => layersOf(this.#graph, ref, { now: new Date() }));
  }

  async getImpact(refs: string[]) {
    return impactOf(this.#graph, refs, { now: new Date() });
  }

  async getDelivery(ref: string) {
    return found(ref, deliveryTo(this.#graph, ref, { now: new Date() }));
  }

  async getOperations(ref: string) {
    const graph = this.#graph;
    const leastTiers = atOnce(leastTiersInSteps(graph));
    const answer = graph.mentions(ref)
      ? atOnce(
          teamOperationsInSteps(graph, ref, { now: new Date(), leastTiers }),
        )
      : undefined;
    return found(ref, answer);
  }

  async getCustomers() {
    const graph = this.#graph;
    const weakest = atOnce(weakestTeamsInSteps(graph, { now: new Date() }));
    const items = customersOf(graph).map(customer => ({
      ...customer,
      weakestTeam: weakest.get(customer.customerRef),
    }));
    return mask({ graph: graph.stamp, items, totalItems: items.length });
  }

  async getTeams() {
    const graph = this.#graph;
    const items = atOnce(teamsInSteps(graph, { now: new Date() }));
    return mask({ graph: graph.stamp, items, totalItems: items.length });
  }

  async getGraphStatus() {
    const { revision, builtAt, counts } = this.#graph;
    return {
      revision,
      builtAt,
      counts,
      ageSeconds: 0,
      contactSeconds: 0,
      reader: true,
      origin: 'catalog' as const,
    };
  }
}
