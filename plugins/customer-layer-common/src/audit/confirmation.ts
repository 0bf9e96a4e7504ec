/** What can be confirmed: that a delivery arrives and helps, that a team was trained, that it was reviewed. @public */
export const CONFIRMATION_KINDS = ['delivery', 'training', 'review'] as const;

/** One of {@link CONFIRMATION_KINDS}. @public */
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];

/**
 * Somebody's word that something happened on a day. It stands beside the annotation of the same meaning; the newer one
 * counts.
 *
 * @public
 */
export type Confirmation = {
  id: string;
  /** The entity delivered, or the team. */
  entityRef: string;
  kind: ConfirmationKind;
  /** ISO 8601 date, not in the future. */
  date: string;
  note?: string;
  /** Ref of the user who said so. */
  by: string;
  /** When they said so, as an ISO 8601 time. */
  at: string;
};
