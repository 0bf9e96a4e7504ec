import {
  Judging,
  operatedRefsInSteps,
  teamsInSteps,
  TeamsPage,
  TeamsQuery,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { TEAM_SUMMARIES } from '../masking/arrangements';
import { Asking } from './Asking';
import { leastTiersFor } from './leastTiersFor';
import { pageOf, PagePosition, sortByPlace } from './sortedPage';
import { matchingTeam, placeOfTeam } from './teamsQuery';

/** Which page of which teams somebody wants to see. */
export type TeamsQuestion = Omit<TeamsQuery, 'limit' | 'cursor'> & {
  limit: number;
  position?: PagePosition;
};

/** The list of operations teams, as one viewer may see it. */
export class TeamList {
  readonly #asking: Asking;
  readonly #judging: Judging;

  constructor(options: { asking: Asking; judging: Judging }) {
    this.#asking = options.asking;
    this.#judging = options.judging;
  }

  /**
   * One page, teams that the viewer may not read last; of these is not known whether they match, so that they are left
   * out where something is filtered by.
   *
   * @throws InputError when the position belongs to another question
   */
  async page({
    limit,
    position,
    sort: order = 'readiness',
    ...filters
  }: TeamsQuestion): Promise<TeamsPage> {
    const { graph, viewer, mask } = this.#asking;
    const all = await this.#all();
    if (viewer.limited) {
      await mask.note(all);
      await mask.learn();
    }
    const canRead = viewer.limited ? mask.canRead : () => true;
    const open = all.filter(({ teamRef }) => canRead(teamRef));
    const filtered = Object.values(filters).some(value => value !== undefined);
    const shown = filtered ? open.filter(matchingTeam(filters)) : all;
    await viewer.turn.takeBreak();
    const placeOf = placeOfTeam(order);
    const sorted = sortByPlace(shown, placeOf);
    const arranged = viewer.limited
      ? await mask.arrange(sorted, TEAM_SUMMARIES)
      : sorted;
    const { items, nextCursor } = pageOf(arranged, {
      revision: graph.revision,
      question: JSON.stringify([order, filters]),
      placeOf,
      limit,
      position,
    });
    const hiddenItems = filtered ? all.length - open.length : 0;
    const page = {
      graph: graph.stamp,
      items: await this.#describe(items),
      totalItems: arranged.length,
      ...(hiddenItems > 0 && { hiddenItems }),
      ...(nextCursor && { nextCursor }),
    };
    return viewer.limited ? mask.number(page) : page;
  }

  // Pillars hold until the day is over, or more is known of the teams.
  async #all(): Promise<readonly TeamSummary[]> {
    const { graph } = this.#asking;
    const judging = this.#judging;
    return this.#asking.computeForAll(
      ['teams', judging.now.toISOString().slice(0, 10)],
      () => teamsInSteps(graph, judging),
    );
  }

  /** Adds how critical the customers are whom the entities serve, as far as the viewer may read both. */
  async #describe(items: readonly TeamSummary[]): Promise<TeamSummary[]> {
    const { graph, viewer } = this.#asking;
    const open = items
      .filter(({ hidden }) => !hidden)
      .map(({ teamRef }) => teamRef);
    if (!open.length) {
      return [...items];
    }
    const tierOf = await leastTiersFor(this.#asking);
    const operated = await this.#asking.takeSteps(
      operatedRefsInSteps(graph, open),
    );
    const canRead = await viewer.canRead(
      graph,
      operated.flatMap(({ entityRefs }) => entityRefs),
    );
    const least = new Map<string, number>();
    for (const { teamRef, entityRefs } of operated) {
      await viewer.turn.takeBreak();
      const tier = Math.min(
        ...entityRefs.filter(canRead).map(ref => tierOf(ref) ?? Infinity),
      );
      if (Number.isFinite(tier)) {
        least.set(teamRef, tier);
      }
    }
    return items.map(item => {
      const leastTier = least.get(item.teamRef);
      return { ...item, ...(leastTier && { leastTier }) };
    });
  }
}
