import {
  Suggestion,
  SUGGESTION_REASONS,
  SuggestionReason,
} from '../api/CoverageApi';
import {
  DECLARATION_KEY_OF,
  DeclarationName,
  GraphIndex,
} from '../graph/GraphIndex';
import { ANNOTATIONS } from '../model/annotations';
import { Declared } from './Neighbourhood';

type Code = SuggestionReason['code'];

/**
 * How likely each reason alone makes somebody, if all that could say so do: judgement, and explained in
 * docs/coverage.md. Several reasons together make them as likely as one of them at least.
 */
const LIKELIHOOD: Record<Code, number> = {
  siblings: 0.6,
  dependents: 0.5,
  'api-consumers': 0.5,
  'consumer-owner': 0.5,
  'same-owner': 0.4,
  owner: 0.3,
  'name-or-type': 0.3,
  'near-owner': 0.1,
};

// Of so much of that even one of many is a sign.
const LEAST_SHARE = 0.5;

/** A suggestion for whoever may read everything. @public */
export type FoundSuggestion = Omit<Suggestion, 'dismissed'>;

// So many of the entities that say so are named.
const MOST_WITNESSES = 100;

/** Who is likely to be a customer or an operations team of one entity, and why. */
export class Likely {
  readonly name: DeclarationName;
  readonly #index: GraphIndex;
  readonly #found = new Map<
    number,
    Map<Code, { witnesses: Array<readonly number[]>; of: number }>
  >();

  constructor(index: GraphIndex, name: DeclarationName) {
    this.#index = index;
    this.name = name;
  }

  /**
   * Takes note of a reason.
   *
   * @param because.witnesses - the nodes that say so, in the order of refs
   * @param because.of - how many could
   */
  add(
    value: number,
    because: { code: Code; witnesses: readonly number[]; of: number },
  ): void {
    const reasons = this.#found.get(value) ?? new Map();
    this.#found.set(value, reasons);
    const known = reasons.get(because.code) ?? { witnesses: [], of: 0 };
    reasons.set(because.code, known);
    known.witnesses.push(because.witnesses);
    known.of += because.of;
  }

  /** Takes note of whom others declare. */
  addDeclared(code: Code, { declaring, by }: Declared): void {
    by.forEach((witnesses, value) =>
      this.add(value, { code, witnesses, of: declaring }),
    );
  }

  get values(): number[] {
    return [...this.#found.keys()];
  }

  suggestions(entityRef: string): FoundSuggestion[] {
    const { refs, facts } = this.#index;
    const key = DECLARATION_KEY_OF[this.name];
    const { format } = ANNOTATIONS[key];
    return [...this.#found].flatMap(([node, reasons]) => {
      const value = refs.get(node);
      const kind = value.slice(0, value.indexOf(':'));
      if (!facts.held(node) || !format.allowedKinds.includes(kind)) {
        return [];
      }
      const weighed = Array.from(reasons, ([code, { witnesses, of }]) => {
        const reason = this.#reason(code, witnesses);
        const share = LEAST_SHARE + ((1 - LEAST_SHARE) * reason.count) / of;
        return { weight: LIKELIHOOD[code] * share, reason };
      }).sort(
        (a, b) =>
          b.weight - a.weight ||
          SUGGESTION_REASONS.indexOf(a.reason.code) -
            SUGGESTION_REASONS.indexOf(b.reason.code),
      );
      const unlikely = weighed.reduce((p, { weight }) => p * (1 - weight), 1);
      const title = facts.get(node)?.title;
      return [
        {
          entityRef,
          key,
          value,
          ...(title && { title }),
          score: Math.round((1 - unlikely) * 1000) / 1000,
          reasons: weighed.map(({ reason }) => reason),
        },
      ];
    });
  }

  #reason(
    code: Code,
    witnesses: ReadonlyArray<readonly number[]>,
  ): SuggestionReason {
    const { refs } = this.#index;
    const all =
      witnesses.length === 1
        ? witnesses[0]
        : [...new Set(witnesses.flat())].sort(refs.compare);
    return {
      code,
      count: all.length,
      entityRefs: all.slice(0, MOST_WITNESSES).map(node => refs.get(node)),
    };
  }
}
