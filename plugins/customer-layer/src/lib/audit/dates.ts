import { dayOf } from '@missing-layer/backstage-plugin-customer-layer-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day so many days from today, as an ISO 8601 date in UTC. */
export const dayIn = (days: number, now: Date): string =>
  dayOf(new Date(now.getTime() + days * DAY_MS));

/** A day in words, as in "25 Nov 2026". */
export const formatDay = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date.slice(0, 10)));

/** A day without its year, for the axis of a chart. */
export const formatShortDay = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(time));
