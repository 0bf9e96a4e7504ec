const UNITS: Array<[unit: Intl.RelativeTimeFormatUnit, seconds: number]> = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * How long ago something was, in words.
 *
 * @param time - as an ISO 8601 time
 * @param now - the time at which the age is measured
 */
export function formatAge(time: string, now: Date, locale: string): string {
  const elapsed = (now.getTime() - Date.parse(time)) / 1000;
  if (Number.isNaN(elapsed)) {
    return time;
  }
  // Clocks differ: what seems to come from the near future is from now.
  const age = Math.max(0, elapsed);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, seconds] =
    UNITS.find(([, size]) => age >= size) ?? (['second', 1] as const);
  return format.format(-Math.floor(age / seconds), unit);
}

/** An amount in whole units of its currency; the bare figures where the currency isn't one. */
export function formatMoney(
  { amount, currency }: { amount: number; currency: string },
  locale: string,
): string {
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      maximumFractionDigits: 0,
    }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** Names in a row, as a sentence takes them. */
export const listOf = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(names);

/** An amount of money as one says it, as in "1.2 million EUR". */
export const formatRoundMoney = (
  { amount, currency }: { amount: number; currency: string },
  locale: string,
): string =>
  `${new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  }).format(amount)} ${currency}`;

/** Names in a row with an "and" before the last, as a sentence takes them. */
export const listAll = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }).format(
    names,
  );
