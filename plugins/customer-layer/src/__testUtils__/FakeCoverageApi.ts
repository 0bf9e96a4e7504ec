import {
  Coverage,
  CoverageApi,
  CoverageSample,
  Suggestion,
  UncoveredEntity,
  WhereToBegin,
} from '@missing-layer/backstage-plugin-customer-layer-common';

type Query<K extends 'getWhereToBegin' | 'getUncovered'> = Parameters<
  CoverageApi[K]
>[0];

/** What a {@link FakeCoverageApi} answers; a question that nothing stands here for fails. */
export type CoverageAnswers = {
  coverage?: Coverage;
  history?: CoverageSample[];
  begin?: (query: Query<'getWhereToBegin'>) => WhereToBegin;
  /** All that a query finds; pages are cut from it. */
  gaps?: (query: Query<'getUncovered'>) => UncoveredEntity[];
  hiddenGaps?: number;
  suggestions?: Suggestion[];
  /** Thrown by every question. */
  failure?: Error;
};

/** Gives the answers that it holds, and keeps what it was asked and told. */
export class FakeCoverageApi implements CoverageApi {
  /** Change what it holds, and it answers otherwise from then on. */
  readonly answers: CoverageAnswers;
  readonly told: Array<[what: string, details: unknown]> = [];

  constructor(answers: CoverageAnswers) {
    this.answers = answers;
  }

  async getCoverage() {
    return this.#answer(this.answers.coverage);
  }

  async getCoverageHistory() {
    return { items: this.#answer(this.answers.history ?? []) };
  }

  async getWhereToBegin(query: Query<'getWhereToBegin'>) {
    return this.#answer(this.answers.begin?.(query));
  }

  async getUncovered(query: Query<'getUncovered'>) {
    this.told.push(['gaps', query]);
    const all = this.#answer(this.answers.gaps?.(query));
    const from = Number(query.cursor ?? 0);
    const to = from + (query.limit ?? 50);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      hiddenItems: this.answers.hiddenGaps ?? 0,
      ...(to < all.length && { nextCursor: String(to) }),
    };
  }

  async getSuggestions(request: { entityRefs: string[]; dismissed?: boolean }) {
    this.told.push(['suggestions', request]);
    const items = this.#answer(this.answers.suggestions ?? []).filter(
      ({ entityRef, dismissed }) =>
        request.entityRefs.includes(entityRef) &&
        (request.dismissed || !dismissed),
    );
    return { items };
  }

  async dismissSuggestions(
    request: Parameters<CoverageApi['dismissSuggestions']>[0],
  ) {
    this.told.push(['dismiss', request]);
    this.answers.suggestions = this.answers.suggestions?.map(one =>
      request.items.some(
        ({ entityRef, value }) =>
          entityRef === one.entityRef && value === one.value,
      )
        ? {
            ...one,
            dismissed: request.dismissed
              ? { by: 'user:default/amara', at: new Date().toISOString() }
              : undefined,
          }
        : one,
    );
  }

  #answer<T>(answer: T | undefined): T {
    if (this.answers.failure) {
      throw this.answers.failure;
    }
    if (answer === undefined) {
      throw new Error('The screen should not ask for this');
    }
    return answer;
  }
}
