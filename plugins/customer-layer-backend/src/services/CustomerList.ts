import {
  confirmationsInSteps,
  customersInSteps,
  CustomersPage,
  CustomersQuery,
  CustomerSummary,
  Judging,
  serversInSteps,
  teamRefsInSteps,
  weakestTeamsInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { SUMMARIES } from '../masking/arrangements';
import { Lots } from '../masking/lots';
import { Asking } from './Asking';
import { matching, placeOfCustomer } from './customersQuery';
import { maskedPage, PageQuestion } from './maskedPage';

/** Which page of which customers somebody wants to see. */
export type CustomersQuestion = Omit<CustomersQuery, 'limit' | 'cursor'> &
  PageQuestion;

type Customers = readonly CustomerSummary[];

/** The list of customers, as one viewer may see it. */
export class CustomerList {
  readonly #asking: Asking;
  readonly #judging: Judging;
  readonly #lots: Lots;

  constructor(options: { asking: Asking; judging: Judging; lots: Lots }) {
    this.#asking = options.asking;
    this.#judging = options.judging;
    this.#lots = options.lots;
  }

  /**
   * One page, customers that the viewer may not read last.
   *
   * @throws what {@link maskedPage} throws
   */
  async page({
    limit,
    position,
    sort: order = 'ref',
    ...filters
  }: CustomersQuestion): Promise<CustomersPage> {
    const steps = customersInSteps(this.#asking.graph);
    return maskedPage(await this.#asking.takeSteps(steps), {
      asking: this.#asking,
      arrangement: SUMMARIES,
      filters,
      matches: matching(filters),
      order,
      placeOf: placeOfCustomer(order),
      page: { limit, position },
      describe: items => this.#describe(items),
    });
  }

  /** Adds what depends on more than the customer itself. */
  async #describe(items: Customers): Promise<CustomerSummary[]> {
    const { graph, viewer } = this.#asking;
    const open = items.filter(({ hidden }) => !hidden);
    if (!open.length) {
      return [...items];
    }
    const weakest = await this.#weakestTeams();
    const servers = await this.#asking.takeSteps(
      serversInSteps(
        graph,
        new Set(open.map(({ customerRef }) => customerRef)),
      ),
    );
    const canRead = viewer.limited
      ? await viewer.canRead(
          graph,
          servers.flatMap(({ entityRefs }) => entityRefs),
        )
      : () => true;
    const confirmed = new Map<string, CustomerSummary['confirmed']>();
    for (const { customerRef, entityRefs } of servers) {
      const steps = confirmationsInSteps(
        graph,
        entityRefs.filter(canRead),
        this.#judging.evidence,
      );
      confirmed.set(customerRef, await this.#asking.takeSteps(steps));
    }
    return items.map(item => {
      const weakestTeam = weakest(item);
      const confirmations = confirmed.get(item.customerRef);
      return {
        ...item,
        ...(weakestTeam && { weakestTeam }),
        ...(confirmations && { confirmed: confirmations }),
      };
    });
  }

  /** The weakest team behind each customer; of a team that the viewer may not read, not how weak. */
  async #weakestTeams(): Promise<
    (customer: CustomerSummary) => CustomerSummary['weakestTeam']
  > {
    const asking = this.#asking;
    const { graph, viewer, mask } = asking;
    const teamRefs = await asking.takeSteps(teamRefsInSteps(graph));
    if (viewer.limited) {
      await mask.note({ teamRefs });
      await mask.learn();
    }
    const hidden = new Set(
      viewer.limited ? teamRefs.filter(ref => !mask.canRead(ref)) : [],
    );
    // A hidden team must not gain by its ref.
    const places = new Map(
      [...hidden]
        .map(ref => ({ ref, lot: this.#lots(ref) }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ ref }, i) => [ref, i + 1]),
    );
    const weakest = await asking.computeForAll(
      [
        'weakest teams',
        this.#judging.now.toISOString().slice(0, 10),
        [...hidden],
      ],
      () =>
        weakestTeamsInSteps(graph, {
          ...this.#judging,
          orderOf: ref => places.get(ref) ?? 0,
        }),
    );
    return ({ customerRef, hidden: isHidden }) => {
      const team = isHidden ? undefined : weakest.get(customerRef);
      return team && hidden.has(team.teamRef)
        ? { teamRef: team.teamRef }
        : team;
    };
  }
}
