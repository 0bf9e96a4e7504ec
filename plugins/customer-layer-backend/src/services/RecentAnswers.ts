import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';

const COSTLY_MS = 20;
const MOST = 4;
const KEPT_MS = 5_000;

/**
 * Keeps for some seconds what took long to compute: when something fails that much rests on, many ask the same at once.
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
   * @param question - what the answer depends on, beside the graph
   */
  get<Answer extends object>(
    graph: CustomerGraph,
    question: string,
    compute: () => Answer,
  ): Answer {
    if (this.#graph !== graph) {
      this.#graph = graph;
      this.#answers.clear();
    }
    const known = this.#answers.get(question);
    if (known) {
      return known as Answer;
    }
    const began = performance.now();
    const answer = compute();
    if (performance.now() - began >= COSTLY_MS) {
      this.#keep(question, answer);
    }
    return answer;
  }

  #keep(question: string, answer: object): void {
    this.#answers.set(question, answer);
    if (this.#answers.size > MOST) {
      const [oldest] = this.#answers.keys();
      this.#answers.delete(oldest);
    }
    setTimeout(() => {
      if (this.#answers.get(question) === answer) {
        this.#answers.delete(question);
      }
    }, KEPT_MS).unref();
  }
}
