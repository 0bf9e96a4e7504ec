import {
  AffectedEntity,
  CUSTOMER_ROLES,
  CustomerEntry,
  CustomerSummary,
  maskedRef,
  OperationsEntry,
  SupplyEntry,
  TeamEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { partition, sortBy } from 'lodash';
import { mapTexts, replaceRefs } from './refsInText';

/** Whether the caller may read the entity of a ref; true for what is no ref. */
export type CanRead = (ref: string) => boolean;

/** What is left of an entry that the caller may not read: where it stands, and nothing about itself. */
const REMAINS = {
  customer: (entry: CustomerEntry): CustomerEntry => ({
    customerRef: entry.customerRef,
    role: entry.role,
    source: entry.source,
    distance: entry.distance,
    path: entry.path,
    exists: true,
    hidden: true,
  }),
  operations: (entry: OperationsEntry): OperationsEntry => ({
    teamRef: entry.teamRef,
    source: entry.source,
    path: entry.path,
    exists: true,
    hidden: true,
  }),
  supply: (entry: SupplyEntry): SupplyEntry => ({
    entityRef: entry.entityRef,
    layer: 'unclassified',
    distance: entry.distance,
    path: entry.path,
    owners: [],
    operationsTeams: [],
    exists: true,
    hidden: true,
  }),
  affected: (entry: AffectedEntity): AffectedEntity => ({
    entityRef: entry.entityRef,
    distance: entry.distance,
    path: entry.path,
    exists: true,
    hidden: true,
  }),
  team: (entry: TeamEntry): TeamEntry => ({
    teamRef: entry.teamRef,
    exists: true,
    hidden: true,
  }),
  summary: (entry: CustomerSummary): CustomerSummary => ({
    customerRef: entry.customerRef,
    serves: entry.serves,
    exists: true,
    hidden: true,
  }),
};

/**
 * Makes an answer fit for one caller. First entries are stripped and arranged, hidden ones last among their equals;
 * then every hidden ref in any text is numbered in the order of the result, so that neither a place nor a number says
 * anything about a name.
 */
export class Mask {
  readonly #canRead: CanRead;

  constructor(canRead: CanRead) {
    this.#canRead = canRead;
  }

  supply(entries: readonly SupplyEntry[]): SupplyEntry[] {
    return this.#arrange(
      entries.map(entry => ({
        ...entry,
        owners: this.refs(entry.owners),
        operationsTeams: this.refs(entry.operationsTeams),
      })),
      {
        refOf: ({ entityRef }) => entityRef,
        remainsOf: REMAINS.supply,
        ranks: [({ distance }) => distance],
      },
    );
  }

  customers(entries: readonly CustomerEntry[]): CustomerEntry[] {
    return this.#arrange(entries, {
      refOf: ({ customerRef }) => customerRef,
      remainsOf: REMAINS.customer,
      ranks: [
        ({ role }) => CUSTOMER_ROLES.indexOf(role),
        ({ distance }) => distance,
      ],
    });
  }

  operations(entries: readonly OperationsEntry[]): OperationsEntry[] {
    return this.#arrange(entries, {
      refOf: ({ teamRef }) => teamRef,
      remainsOf: REMAINS.operations,
    });
  }

  affected(entries: readonly AffectedEntity[]): AffectedEntity[] {
    return this.#arrange(entries, {
      refOf: ({ entityRef }) => entityRef,
      remainsOf: REMAINS.affected,
      ranks: [({ distance }) => distance],
    });
  }

  teams(entries: readonly TeamEntry[]): TeamEntry[] {
    return this.#arrange(entries, {
      refOf: ({ teamRef }) => teamRef,
      remainsOf: REMAINS.team,
    });
  }

  summaries(entries: readonly CustomerSummary[]): CustomerSummary[] {
    return this.#arrange(entries, {
      refOf: ({ customerRef }) => customerRef,
      remainsOf: REMAINS.summary,
    });
  }

  /** Arranges plain refs. */
  refs(refs: readonly string[]): string[] {
    return partition(refs, this.#canRead).flat();
  }

  /** Numbers what is hidden, once everything is in its place. */
  number<T>(answer: T): T {
    const numbers = new Map<string, number>();
    return this.#replace(answer, ref => {
      const number = numbers.get(ref) ?? numbers.size + 1;
      numbers.set(ref, number);
      return maskedRef(number);
    });
  }

  #arrange<T extends { hidden?: true }>(
    entries: readonly T[],
    options: {
      refOf(entry: T): string;
      remainsOf(entry: T): T;
      /** Entries come sorted by these, then by ref. */
      ranks?: Array<(entry: T) => number>;
    },
  ): T[] {
    const stripped = entries.map(entry =>
      this.#canRead(options.refOf(entry)) ? entry : options.remainsOf(entry),
    );
    return sortBy(stripped, [
      ...(options.ranks ?? []),
      // Hidden ones come last, ordered by what can be seen of them.
      entry => (entry.hidden ? this.#blank(entry) : ''),
    ]);
  }

  #blank(entry: unknown): string {
    return JSON.stringify(this.#replace(entry, () => '#'));
  }

  #replace<T>(value: T, replacement: (ref: string) => string): T {
    return mapTexts(value, text =>
      replaceRefs(text, (ref, asWritten) =>
        this.#canRead(ref) ? asWritten : replacement(ref),
      ),
    );
  }
}
