/** The tables of the migrations, with their rows as they come from either database. PostgreSQL gives bigints as text. */
export const STATE = 'customer_layer_assignment_state';
export const CHANGES = 'customer_layer_assignment_changes';
export const ITEMS = 'customer_layer_assignment_items';
export const ASSIGNMENTS = 'customer_layer_assignments';
export const CUSTOMERS = 'customer_layer_portal_customers';

type BigInteger = number | string;

/** The one row of {@link STATE}. */
export type StateRow = { id: number; sequence: number };

/** A row of {@link CHANGES}. */
export type ChangeRow = {
  sequence: number;
  id: string;
  by: string;
  at: BigInteger;
  reason: string | null;
  undoes: string | null;
};

/** A row of {@link ITEMS}. */
export type ItemRow = {
  sequence: number;
  entity_ref: string;
  key: string;
  before: string | null;
  after: string | null;
};

/** A row of {@link ASSIGNMENTS}. */
export type AssignmentRow = {
  entity_ref: string;
  key: string;
  value: string;
  sequence: number;
};

/** A row of {@link CUSTOMERS}. */
export type CustomerRow = {
  entity_ref: string;
  entity: string;
  by: string;
  at: BigInteger;
};
