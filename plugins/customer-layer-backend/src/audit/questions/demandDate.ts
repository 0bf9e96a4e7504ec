import { InputError } from '@backstage/errors';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';

// A day as one would write it, which a date turns into another day if there is none.
const isDay = (date: string) => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date
  );
};

/** @throws InputError unless an ISO 8601 date is a day between two others, both included */
export function demandDate(
  field: string,
  date: string,
  { from, to, toIs }: { from: string; to: string; toIs: string },
): void {
  if (!isDay(date)) {
    throw new InputError(
      `${field} ${quote(
        date,
      )} is no day. Write year, month and day, as in ${to}`,
    );
  }
  if (date < from || date > to) {
    throw new InputError(
      `${field} ${quote(date)} is too ${
        date < from ? 'early' : 'late'
      }. Write a day from ${from} to ${to}, which is ${toIs}`,
    );
  }
}
