import { InputError } from '@backstage/errors';

/** One thing that is wrong with a row. */
export type Fault = {
  /** Where in the row, as in `column "Level"`. */
  place: string;
  /** What is there; undefined when nothing is. */
  value: unknown;
  /** What has to be there instead. */
  remedy: string;
};

/** A row can't become a customer. */
export class FaultyRowError extends InputError {
  readonly faults: readonly Fault[];

  constructor(...faults: Fault[]) {
    super('The row is faulty');
    this.faults = faults;
  }
}

const LONGEST_QUOTE = 80;

function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_QUOTE
    ? `${text.slice(0, LONGEST_QUOTE)}…`
    : text;
}

/** A fault as a sentence. It quotes what is there, unless that is `confidential`. */
export function printFault(
  { place, value, remedy }: Fault,
  options: { confidential: boolean },
): string {
  if (value === undefined) {
    return `${place} is missing: ${remedy}`;
  }
  return options.confidential
    ? `${place}: ${remedy}`
    : `${place} is ${quoted(value)}: ${remedy}`;
}
