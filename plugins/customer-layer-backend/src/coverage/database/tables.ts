/** The tables of the coverage, with their rows as they come from either database. PostgreSQL gives bigints as text. */
export const SAMPLES = 'customer_layer_coverage_samples';
export const DISMISSALS = 'customer_layer_suggestion_dismissals';

/** A row of {@link SAMPLES}. */
export type SampleRow = {
  at: number | string;
  /** JSON. */
  counts: string;
};

/** A row of {@link DISMISSALS}. */
export type DismissalRow = {
  entity_ref: string;
  key: string;
  value: string;
  by: string;
  at: number | string;
};
