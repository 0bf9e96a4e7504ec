import {
  LayerId,
  OperatedEntry,
  TeamOperations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { byLayer } from './stack';

/** What a team operates in one layer of the stack. */
export type OperatedSection = { layer: LayerId; entries: OperatedEntry[] };

/** What a team operates, in the parts in which it is shown. */
export type OperatedView = {
  /** Top to bottom, each with what serves the most critical customers first. */
  sections: OperatedSection[];
  /** How much of it serves customers of the most critical tier. */
  critical: number;
};

const MOST_CRITICAL = 1;
const NO_TIER = 5;

/** Divides what a team operates by layer. */
export function operatedView({
  operates,
}: Pick<TeamOperations, 'operates'>): OperatedView {
  return {
    sections: byLayer(operates).map(({ layer, entries }) => ({
      layer,
      entries: entries.sort(
        (a, b) => (a.leastTier ?? NO_TIER) - (b.leastTier ?? NO_TIER),
      ),
    })),
    critical: operates.filter(({ leastTier }) => leastTier === MOST_CRITICAL)
      .length,
  };
}
