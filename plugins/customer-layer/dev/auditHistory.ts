import {
  AuditRun,
  AuditSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 40;

/** Of each of the last days one run, the newest first, as if the catalog had got better until today. */
export function auditHistory(today: AuditRun, now: Date): AuditRun[] {
  return Array.from({ length: DAYS }, (_, age): AuditRun => {
    const startedAt = new Date(now.getTime() - age * DAY_MS).toISOString();
    // A little up and down on the way, the same whenever one looks.
    const share = 1 - age / 60 - (age % 5) / 50;
    const { tally, twoCustomers } = today;
    return {
      ...today,
      id: today.id - age,
      startedAt,
      endedAt: startedAt,
      tally: tally && { ...tally, score: (tally.score ?? 0) * share },
      twoCustomers: twoCustomers && {
        ...twoCustomers,
        both: Math.round(twoCustomers.both * Math.min(1, share + 0.1)),
      },
    };
  });
}

/** What the one who develops may do: everything. */
export const MAY: AuditSummary['may'] = {
  run: true,
  request: true,
  approve: true,
};
