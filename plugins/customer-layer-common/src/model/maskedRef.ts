const MASKED = /^#[1-9]\d*$/;

/**
 * What stands in an answer for a ref that the caller may not read. It can't be mistaken for an entity ref, and means
 * the same entity throughout one answer.
 *
 * @param number - from 1
 * @public
 */
export const maskedRef = (number: number): string => `#${number}`;

/** Whether a ref in an answer is masked. @public */
export const isMaskedRef = (ref: string): boolean => MASKED.test(ref);
