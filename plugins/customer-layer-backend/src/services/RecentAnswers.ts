import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';

const COSTLY_MS = 20;
const MOST = 4;
const KEPT_MS = 5_000;

function deleteOldest(map: Map<string, object>): void {
  if (map.size > MOST) {
    const [oldest] = map.keys();
    map.delete(oldest);
  }
}

/** An answer in the making: whoever waits for it takes the next step. */
type Begun = {
  steps: Generator<undefined, object>;
  workedMs: number;
  /** What came of it. */
  outcome?: { answer: object } | { error: unknown };
};

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
  readonly #begun = new Map<string, Begun>();

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
    this.#turnTo(graph);
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

  /**
   * An answer that is computed in steps. Of several who ask the same meanwhile, each takes the next step when it is its
   * turn; so it is computed once, and nobody waits for one who has given up.
   *
   * @param options - `begin`: called where nobody has begun; `takeBreak`: awaited between steps
   * @throws what computing it throws, and what `takeBreak` does
   */
  async inSteps<Answer extends object>(
    graph: CustomerGraph,
    question: string,
    options: {
      begin(): Generator<undefined, Answer>;
      takeBreak(): Promise<void>;
    },
  ): Promise<Answer> {
    this.#turnTo(graph);
    const known = this.#answers.get(question);
    if (known) {
      return known as Answer;
    }
    const begun = this.#begun.get(question) ?? this.#begin(question, options);
    while (!begun.outcome) {
      this.#takeStep(question, begun);
      await options.takeBreak();
    }
    if ('error' in begun.outcome) {
      throw begun.outcome.error;
    }
    return begun.outcome.answer as Answer;
  }

  #turnTo(graph: CustomerGraph): void {
    if (this.#graph !== graph) {
      this.#graph = graph;
      this.#answers.clear();
      this.#begun.clear();
    }
  }

  #begin(
    question: string,
    { begin }: { begin(): Generator<undefined, object> },
  ): Begun {
    const begun: Begun = { steps: begin(), workedMs: 0 };
    this.#begun.set(question, begun);
    // Those who wait for the oldest still compute it; nobody may be waiting for it any more.
    deleteOldest(this.#begun);
    return begun;
  }

  #takeStep(question: string, begun: Begun): void {
    const began = performance.now();
    try {
      const { done, value } = begun.steps.next();
      begun.outcome = done ? { answer: value } : undefined;
    } catch (error) {
      begun.outcome = { error };
    }
    begun.workedMs += performance.now() - began;
    if (!begun.outcome || this.#begun.get(question) !== begun) {
      return;
    }
    this.#begun.delete(question);
    if ('answer' in begun.outcome && begun.workedMs >= COSTLY_MS) {
      this.#keep(question, begun.outcome.answer);
    }
  }

  #keep(question: string, answer: object): void {
    this.#answers.set(question, answer);
    deleteOldest(this.#answers);
    setTimeout(() => {
      if (this.#answers.get(question) === answer) {
        this.#answers.delete(question);
      }
    }, KEPT_MS).unref();
  }
}
