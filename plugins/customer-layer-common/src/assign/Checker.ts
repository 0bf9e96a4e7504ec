import { closest, distance } from 'fastest-levenshtein';
import { AssignmentFault } from '../api/assigners';
import { Placing } from './placing';

type Path = readonly (string | number)[];

const LONGEST_QUOTE = 80;

/** A value as it is quoted in messages. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST_QUOTE
    ? `${text.slice(0, LONGEST_QUOTE)}…`
    : text;
}

/** Says what a word may have been meant to be. */
export function meant(word: string, known: readonly string[]): string {
  const nearest = closest(word, known);
  return distance(word, nearest) <= 3
    ? `Did you mean "${nearest}"?`
    : `Known are ${known.join(', ')}`;
}

/** Whether a value is a mapping. */
export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks one rule or alias, and collects all that is wrong with it. */
export class Checker {
  readonly faults: AssignmentFault[] = [];
  readonly #place: Placing;
  readonly #path: Path;
  readonly #id?: string;

  constructor(options: { place: Placing; path: Path; id?: string }) {
    this.#place = options.place;
    this.#path = options.path;
    this.#id = options.id;
  }

  /** Notes that something is wrong with the value at a path. */
  fault(path: Path, message: string): void {
    this.faults.push({
      ...this.#place([...this.#path, ...path]),
      ...(this.#id !== undefined && { id: this.#id }),
      message,
    });
  }

  /** Demands that a mapping has all keys that it must have, and none that nobody knows. */
  keys(
    mapping: Record<string, unknown>,
    { needed, optional = [] }: { needed: string[]; optional?: string[] },
  ): void {
    const known = [...needed, ...optional];
    for (const key of Object.keys(mapping)) {
      if (!known.includes(key)) {
        this.fault([key], `"${key}" is not known here. ${meant(key, known)}`);
      }
    }
    for (const key of needed.filter(name => mapping[name] === undefined)) {
      this.fault([], `"${key}" is missing. Add it`);
    }
  }
}
