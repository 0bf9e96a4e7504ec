import {
  PILLARS,
  Pillar,
  PillarResult,
  Readiness,
  pillarsNotPassed,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** How ready a team is, in a form to print. */
export type ReadinessSummary = {
  passed: number;
  total: number;
  pillars: Array<PillarResult & { pillar: Pillar }>;
};

/** Puts the pillars in order and counts those passed. */
export const summarizeReadiness = (readiness: Readiness): ReadinessSummary => ({
  passed: PILLARS.length - pillarsNotPassed(readiness),
  total: PILLARS.length,
  pillars: PILLARS.map(pillar => ({ pillar, ...readiness[pillar] })),
});
