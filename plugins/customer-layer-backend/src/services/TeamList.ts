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
import { maskedPage, PageQuestion } from './maskedPage';
import { matchingTeam, placeOfTeam } from './teamsQuery';

/** Which page of which teams somebody wants to see. */
export type TeamsQuestion = Omit<TeamsQuery, 'limit' | 'cursor'> & PageQuestion;

/** The list of operations teams, as one viewer may see it. */
export class TeamList {
  readonly #asking: Asking;
  readonly #judging: Judging;

  constructor(options: { asking: Asking; judging: Judging }) {
    this.#asking = options.asking;
    this.#judging = options.judging;
  }

  /**
   * One page, teams that the viewer may not read last.
   *
   * @throws what {@link maskedPage} throws
   */
  async page({
    limit,
    position,
    sort: order = 'readiness',
    ...filters
  }: TeamsQuestion): Promise<TeamsPage> {
    return maskedPage(await this.#all(), {
      asking: this.#asking,
      arrangement: TEAM_SUMMARIES,
      filters,
      matches: matchingTeam(filters),
      order,
      placeOf: placeOfTeam(order),
      page: { limit, position },
      describe: items => this.#describe(items),
    });
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
