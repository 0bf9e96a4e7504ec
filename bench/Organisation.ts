import { CatalogDraft } from './CatalogDraft';
import { pick, pickSkewed } from './random';

const ROOT_DOMAINS = 8;

/** How often entities of some sort declare whom they serve and who runs them. */
export type Declaring = {
  economic: number;
  internal: number;
  operations: number;
};

/** The people, the customers and the domains of a company: all of them in trees. */
export class Organisation {
  readonly domains: number[] = [];
  readonly #groups: number[] = [];
  readonly #customers: number[] = [];
  readonly #draft: CatalogDraft;

  constructor(draft: CatalogDraft) {
    this.#draft = draft;
    const many = (share: number, make: (i: number) => void) => {
      for (let i = 0; i < Math.max(3, Math.round(draft.size * share)); i++) {
        make(i);
      }
    };
    many(0.03, i => {
      this.#groups.push(draft.add('Group'));
      if (i) {
        const parent = this.#groups[Math.floor((i - 1) / 6)];
        draft.say(this.#groups[i], 'childOf', parent);
      }
    });
    many(0.01, i => {
      this.#customers.push(draft.add('Customer'));
      draft.say(this.#customers[i], 'ownedBy', this.someGroup());
      if (i > 10 && draft.chance(0.4)) {
        const segment = this.#customers[Math.floor(i / 10)];
        draft.say(this.#customers[i], 'childOf', segment);
      }
    });
    many(0.005, i => {
      const domain = draft.add('Domain');
      this.domains.push(domain);
      draft.say(domain, 'ownedBy', this.someGroup());
      // The first, of the platform, and some others are at the top.
      if (i > ROOT_DOMAINS) {
        const parent = 1 + Math.floor((i - ROOT_DOMAINS - 1) / 3);
        draft.say(domain, 'partOf', this.domains[parent]);
      }
      this.declare(domain, { economic: 0.25, internal: 0.1, operations: 0.3 });
    });
  }

  /** A group; some have far more to look after than others. */
  someGroup(): number {
    return pickSkewed(this.#draft.random, this.#groups, 1.2);
  }

  /** Lets an entity declare whom it serves and who runs it, or not. */
  declare(node: number, { economic, internal, operations }: Declaring): void {
    const draft = this.#draft;
    const customer = () =>
      draft.orMissing(pickSkewed(draft.random, this.#customers, 2), 0.03);
    if (draft.chance(economic)) {
      const customers = draft.chance(0.3)
        ? [customer(), customer()]
        : [customer()];
      new Set(customers).forEach(to =>
        draft.say(node, 'hasEconomicCustomer', to),
      );
    }
    if (draft.chance(internal)) {
      draft.say(node, 'hasInternalCustomer', this.someGroup());
    }
    if (draft.chance(operations)) {
      draft.say(node, 'operatedBy', draft.orMissing(this.someGroup(), 0.02));
    }
  }

  /** Fills the catalog up with the members of the groups. */
  employ(): void {
    const draft = this.#draft;
    while (!draft.full) {
      const user = draft.add('User');
      const group = pick(draft.random, this.#groups);
      draft.say(user, 'memberOf', group);
      if (group !== this.#groups[0] && draft.chance(0.08)) {
        draft.say(user, 'memberOf', draft.orMissing(this.#groups[0], 0.3));
      }
    }
  }
}
