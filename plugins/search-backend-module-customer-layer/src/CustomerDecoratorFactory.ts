import { LoggerService } from '@backstage/backend-plugin-api';
import { DocumentDecoratorFactory } from '@backstage/plugin-search-common';
import { CustomerDecorator, FindNames } from './CustomerDecorator';

/** Makes a {@link CustomerDecorator} for each indexing of the catalog. */
export class CustomerDecoratorFactory implements DocumentDecoratorFactory {
  readonly types = ['software-catalog'];
  readonly #options: {
    namesOfIndexing(): FindNames;
    logger: LoggerService;
    patienceMs: number;
  };

  constructor(options: {
    /** What finds out names during one indexing, and may remember what it has found. */
    namesOfIndexing(): FindNames;
    logger: LoggerService;
    /** For so long in all one indexing waits for names. */
    patienceMs: number;
  }) {
    this.#options = options;
  }

  async getDecorator(): Promise<CustomerDecorator> {
    const { namesOfIndexing, logger, patienceMs } = this.#options;
    return new CustomerDecorator({
      findNames: namesOfIndexing(),
      logger,
      patienceMs,
    });
  }
}
