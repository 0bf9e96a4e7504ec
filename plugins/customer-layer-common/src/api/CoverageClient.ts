import {
  Coverage,
  CoverageApi,
  CoverageSample,
  Suggestion,
  WhereToBegin,
} from './CoverageApi';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';
import { CustomerLayerClientOptions, HttpCaller } from './HttpCaller';

/**
 * The client of the HTTP API for coverage and suggestions.
 *
 * @public
 */
export class CoverageClient implements CoverageApi {
  readonly #http: HttpCaller;

  constructor(options: CustomerLayerClientOptions) {
    this.#http = new HttpCaller(options);
  }

  /** {@inheritDoc CoverageApi.getCoverage} */
  getCoverage(options?: CustomerLayerRequestOptions) {
    return this.#http.call<Coverage>('coverage', options);
  }

  /** {@inheritDoc CoverageApi.getCoverageHistory} */
  getCoverageHistory(
    query?: { since?: string },
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<{ items: CoverageSample[] }>('coverage/history', {
      ...options,
      query,
    });
  }

  /** {@inheritDoc CoverageApi.getWhereToBegin} */
  getWhereToBegin(
    query: Parameters<CoverageApi['getWhereToBegin']>[0],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<WhereToBegin>('coverage/begin', {
      ...options,
      query,
    });
  }

  /** {@inheritDoc CoverageApi.getUncovered} */
  getUncovered(
    query: Parameters<CoverageApi['getUncovered']>[0],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<Awaited<ReturnType<CoverageApi['getUncovered']>>>(
      'coverage/uncovered',
      { ...options, query },
    );
  }

  /** {@inheritDoc CoverageApi.getSuggestions} */
  getSuggestions(
    request: Parameters<CoverageApi['getSuggestions']>[0],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<{ items: Suggestion[] }>('suggestions', {
      ...options,
      body: request,
    });
  }

  /** {@inheritDoc CoverageApi.dismissSuggestions} */
  async dismissSuggestions(
    request: Parameters<CoverageApi['dismissSuggestions']>[0],
    options?: CustomerLayerRequestOptions,
  ) {
    await this.#http.fetch('suggestions/dismissals', {
      ...options,
      body: request,
    });
  }
}
