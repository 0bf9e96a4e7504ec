import {
  CustomerLayerApi,
  CustomerLayerRequestOptions,
  CustomersPage,
  CustomersQuery,
  Delivery,
  EntityLayers,
  Impact,
  ListsQuery,
  TeamOperations,
  TeamsPage,
  TeamsQuery,
} from '@missing-layer/backstage-plugin-customer-layer-common';

type Answers = {
  layers?: EntityLayers;
  delivery?: Delivery;
  /** Of each of several entities, by ref. */
  byRefs?: Record<string, EntityLayers>;
  operations?: TeamOperations;
  customers?: (query: CustomersQuery) => CustomersPage;
  teams?: (query: TeamsQuery) => TeamsPage;
  impact?: (entityRefs: string[], query: ListsQuery) => Impact;
  /** One for each call, before there are answers. */
  failures?: Error[];
};

/** Gives the answers that it was made with, whoever asks for what. */
export class FakeCustomerLayerApi implements CustomerLayerApi {
  /** The refs asked about so far. */
  readonly asked: string[] = [];
  /** What each of those questions can be aborted with. */
  readonly signals: Array<AbortSignal | undefined> = [];
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  getLayers(entityRef: string, options?: CustomerLayerRequestOptions) {
    return this.#answer(entityRef, this.#answers.layers, options);
  }

  getDelivery(customerRef: string, options?: CustomerLayerRequestOptions) {
    return this.#answer(customerRef, this.#answers.delivery, options);
  }

  async getLayersByRefs(entityRefs: string[]) {
    const { byRefs } = this.#answers;
    const answer = await this.#answer(entityRefs.join(), byRefs);
    return entityRefs.map(ref => answer[ref]);
  }

  getImpact(
    entityRefs: string[],
    options: CustomerLayerRequestOptions & ListsQuery = {},
  ) {
    const { impact } = this.#answers;
    return this.#answer(
      entityRefs.join(),
      impact?.(entityRefs, options),
      options,
    );
  }

  getOperations(teamRef: string, options?: CustomerLayerRequestOptions) {
    return this.#answer(teamRef, this.#answers.operations, options);
  }

  getCustomers(
    query: CustomersQuery = {},
    options?: CustomerLayerRequestOptions,
  ) {
    const { customers } = this.#answers;
    return this.#answer(JSON.stringify(query), customers?.(query), options);
  }

  getTeams(query: TeamsQuery = {}, options?: CustomerLayerRequestOptions) {
    const { teams } = this.#answers;
    return this.#answer(JSON.stringify(query), teams?.(query), options);
  }

  getGraphStatus(): Promise<never> {
    return this.#refuse();
  }

  async #answer<T>(
    ref: string,
    answer: T | undefined,
    options?: CustomerLayerRequestOptions,
  ): Promise<T> {
    this.asked.push(ref);
    this.signals.push(options?.signal);
    const failure = this.#answers.failures?.shift();
    if (failure) {
      throw failure;
    }
    return answer ?? this.#refuse();
  }

  async #refuse(): Promise<never> {
    throw new Error('The screen should not ask for this');
  }
}
