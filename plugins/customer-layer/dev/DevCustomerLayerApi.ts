import {
  CustomerGraph,
  CustomerLayerApi,
  customersOf,
  deliveryTo,
  impactOf,
  layersOf,
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

  async getCustomers() {
    const items = customersOf(this.#graph);
    return { graph: this.#graph, items, totalItems: items.length };
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
