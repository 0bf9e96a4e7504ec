import {
  customersInSteps,
  Judging,
  LeastTiers,
  leastTiersInSteps,
  TeamOperations,
  teamOperationsInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { maskOperations } from '../masking/masking';
import { Asking } from './Asking';
import { ListsPage, withNextCursor } from './listsPage';

/** What a team operates and consumes, as one viewer may see it. */
export class TeamAnswer {
  readonly #asking: Asking;
  readonly #judging: Judging;

  constructor(options: { asking: Asking; judging: Judging }) {
    this.#asking = options.asking;
    this.#judging = options.judging;
  }

  /**
   * One page of it.
   *
   * @throws NotFoundError when the viewer may not read the team, or the graph doesn't mention it; and what
   * {@link openPage} throws
   */
  async page(query: {
    entityRef: string;
    page: ListsPage;
  }): Promise<TeamOperations> {
    const { entityRef: teamRef } = query;
    const { graph, mask, viewer } = this.#asking;
    const page = this.#asking.open(query.page, 'operations', [teamRef]);
    await this.#asking.find([teamRef]);
    const leastTiers = await this.#leastTiers();
    const operations = await this.#asking.computeInSteps(page, window =>
      teamOperationsInSteps(graph, teamRef, {
        ...this.#judging,
        ...window,
        leastTiers: leastTiers.of,
      }),
    );
    if (!viewer.limited) {
      return withNextCursor(operations, page);
    }
    await mask.note(operations);
    await mask.learn();
    const masked = await maskOperations(
      {
        ...operations,
        // The answer may have been computed for somebody who may read other customers.
        operates: operations.operates.map(({ leastTier: _, ...entry }) => {
          const leastTier = leastTiers.of(entry.entityRef);
          return { ...entry, ...(leastTier && { leastTier }) };
        }),
      },
      mask,
      page.window,
    );
    return withNextCursor(masked, page);
  }

  // Only customers whom the viewer may read count.
  async #leastTiers(): Promise<{ of: LeastTiers }> {
    const { graph, viewer } = this.#asking;
    const customers = await this.#asking.takeSteps(customersInSteps(graph));
    const tiered = customers
      .filter(({ tier }) => tier !== undefined)
      .map(({ customerRef }) => customerRef);
    const canRead = await viewer.canRead(graph, tiered);
    return this.#asking.computeForAll(
      ['least tiers', tiered.filter(ref => !canRead(ref))],
      function* tiers() {
        return { of: yield* leastTiersInSteps(graph, canRead) };
      },
    );
  }
}
