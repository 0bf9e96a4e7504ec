import { CoverageAspect } from '@missing-layer/backstage-plugin-customer-layer-common';

/** How lines differ that have no colour of their own, as SVG takes it. */
export const DASHES: Record<CoverageAspect, string | undefined> = {
  economic: undefined,
  internal: '6 4',
  operations: '2 3',
};
