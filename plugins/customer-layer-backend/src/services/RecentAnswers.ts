import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { sumBy } from 'lodash';

const COSTLY_MS = 20;
// Of all lists together; but the last answer is kept in any case. The largest answers on 100,000 entities have 65,000.
const MOST_ENTRIES = 250_000;
const KEPT_MS = 5_000;

/** How many entries the lists of an answer have. */
const entriesOf = (answer: object): number =>
  sumBy(Object.values(answer), field =>
    Array.isArray(field) ? field.length : 0,
  );

/**
 * Keeps for some seconds what took long to compute, since many ask the same at once when something fails that much rests
 * on; and what further pages of an answer are cut from.
 *
 * @remarks
 *
 * What is kept is not masked yet, and nobody changes it. It is of one graph.
 */
export class RecentAnswers {
  #graph: CustomerGraph | undefined;
  readonly #answers = new Map<string, object>();

  /**
   * An answer, computed unless it was just now.
   *
   * @param asked.question - what the answer depends on, beside the graph
   * @param asked.isNeededAgain - whether to keep an answer, however quickly it was computed
   */
  get<Answer extends object>(
    graph: CustomerGraph,
    asked: {
      question: string;
      compute(): Answer;
      isNeededAgain(answer: Answer): boolean;
    },
  ): Answer {
    const { question } = asked;
    if (this.#graph !== graph) {
      this.#graph = graph;
      this.#answers.clear();
    }
    const known = this.#answers.get(question);
    if (known) {
      return known as Answer;
    }
    const began = performance.now();
    const answer = asked.compute();
    const costly = performance.now() - began >= COSTLY_MS;
    if (costly || asked.isNeededAgain(answer)) {
      this.#keep(question, answer);
    }
    return answer;
  }

  #keep(question: string, answer: object): void {
    this.#answers.set(question, answer);
    let entries = sumBy([...this.#answers.values()], entriesOf);
    for (const [oldest, old] of this.#answers) {
      if (entries <= MOST_ENTRIES || this.#answers.size === 1) {
        break;
      }
      entries -= entriesOf(old);
      this.#answers.delete(oldest);
    }
    setTimeout(() => {
      if (this.#answers.get(question) === answer) {
        this.#answers.delete(question);
      }
    }, KEPT_MS).unref();
  }
}
