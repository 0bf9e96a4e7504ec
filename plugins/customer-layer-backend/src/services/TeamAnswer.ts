import {
  Judging,
  TeamOperations,
  teamOperationsInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { maskOperations } from '../masking/masking';
import { Asking } from './Asking';
import { leastTiersFor } from './leastTiersFor';
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
    const leastTiers = await leastTiersFor(this.#asking);
    const operations = await this.#asking.computeInSteps(page, window =>
      teamOperationsInSteps(graph, teamRef, {
        ...this.#judging,
        ...window,
        leastTiers,
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
          const leastTier = leastTiers(entry.entityRef);
          return { ...entry, ...(leastTier && { leastTier }) };
        }),
      },
      mask,
      page.window,
    );
    return withNextCursor(masked, page);
  }
}
