import {
  customersInSteps,
  LeastTiers,
  leastTiersInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Asking } from './Asking';

/** How critical the customers are that each entity serves; only those count whom the viewer may read. */
export async function leastTiersFor(asking: Asking): Promise<LeastTiers> {
  const { graph, viewer } = asking;
  const customers = await asking.takeSteps(customersInSteps(graph));
  const tiered = customers
    .filter(({ tier }) => tier !== undefined)
    .map(({ customerRef }) => customerRef);
  const canRead = await viewer.canRead(graph, tiered);
  const { of } = await asking.computeForAll(
    ['least tiers', tiered.filter(ref => !canRead(ref))],
    function* tiers() {
      return { of: yield* leastTiersInSteps(graph, canRead) };
    },
  );
  return of;
}
