import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { sumBy } from 'lodash';

const COSTLY_MS = 20;
// Of all lists together; but the last answer is kept in any case. The largest answers on 100,000 entities have 65,000.
const MOST_ENTRIES = 250_000;
const KEPT_MS = 5_000;

// A computation beyond these is finished by those who wait for it, but nobody else joins in.
const MOST_BEGUN = 4;

/** How many entries the lists of an answer have. */
const entriesOf = (answer: object): number =>
  sumBy(Object.values(answer), field =>
    Array.isArray(field) ? field.length : 0,
  );

/** An answer in the making: whoever waits for it takes the next step. */
type Begun = {
  steps: Generator<undefined, object>;
  workedMs: number;
  isNeededAgain(answer: object): boolean;
  /** What came of it. */
  outcome?: { answer: object } | { error: unknown };
};

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
  readonly #begun = new Map<string, Begun>();

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
      isNeededAgain(answer: object): boolean;
    },
  ): Answer {
    const { question } = asked;
    this.#turnTo(graph);
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

  /**
   * An answer that is computed in steps. Of several who ask the same meanwhile, each takes the next step when it is its
   * turn; so it is computed once, and nobody waits for one who has given up.
   *
   * @param asked - as for {@link RecentAnswers.get}; `begin`: called where nobody has begun; `takeBreak`: awaited between
   * steps
   * @throws what computing it throws, and what `takeBreak` does
   */
  async inSteps<Answer extends object>(
    graph: CustomerGraph,
    asked: {
      question: string;
      begin(): Generator<undefined, Answer>;
      takeBreak(): Promise<void>;
      isNeededAgain(answer: object): boolean;
    },
  ): Promise<Answer> {
    const { question } = asked;
    this.#turnTo(graph);
    const known = this.#answers.get(question);
    if (known) {
      return known as Answer;
    }
    const begun = this.#begun.get(question) ?? this.#begin(question, asked);
    while (!begun.outcome) {
      this.#takeStep(question, begun);
      await asked.takeBreak();
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
    asked: Pick<Begun, 'isNeededAgain'> & {
      begin(): Begun['steps'];
    },
  ): Begun {
    const begun: Begun = {
      steps: asked.begin(),
      workedMs: 0,
      isNeededAgain: asked.isNeededAgain,
    };
    this.#begun.set(question, begun);
    if (this.#begun.size > MOST_BEGUN) {
      // Those who wait for the oldest still compute it; nobody may be waiting for it any more.
      const [oldest] = this.#begun.keys();
      this.#begun.delete(oldest);
    }
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
    if ('answer' in begun.outcome) {
      const { answer } = begun.outcome;
      if (begun.workedMs >= COSTLY_MS || begun.isNeededAgain(answer)) {
        this.#keep(question, answer);
      }
    }
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
