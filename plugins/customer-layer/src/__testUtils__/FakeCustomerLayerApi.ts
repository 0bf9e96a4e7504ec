import {
  CustomerLayerApi,
  Delivery,
  EntityLayers,
} from '@missing-layer/backstage-plugin-customer-layer-common';

type Answers = {
  layers?: EntityLayers;
  delivery?: Delivery;
  /** One for each call, before there are answers. */
  failures?: Error[];
};

/** Gives the answers that it was made with, whoever asks for what. */
export class FakeCustomerLayerApi implements CustomerLayerApi {
  /** The refs asked about so far. */
  readonly asked: string[] = [];
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  getLayers(entityRef: string) {
    return this.#answer(entityRef, this.#answers.layers);
  }

  getDelivery(customerRef: string) {
    return this.#answer(customerRef, this.#answers.delivery);
  }

  getLayersByRefs(): Promise<never> {
    return this.#refuse();
  }

  getImpact(): Promise<never> {
    return this.#refuse();
  }

  getCustomers(): Promise<never> {
    return this.#refuse();
  }

  getGraphStatus(): Promise<never> {
    return this.#refuse();
  }

  async #answer<T>(ref: string, answer: T | undefined): Promise<T> {
    this.asked.push(ref);
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
