import { setImmediate } from 'node:timers/promises';
import {
  dayOf,
  FindingsQuery,
  Tally,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { ConfirmationStore } from '../database/ConfirmationStore';
import { ExemptionStore } from '../database/ExemptionStore';
import { CountedFindings, FindingQueries } from '../database/FindingQueries';

/** What stands for no owner and no System. */
export const NONE = 'none';

/** How many findings there are at a run, by what they are counted by. */
export type FindingTallies = {
  counted: readonly CountedFindings[];
  all: Tally;
  byRule: ReadonlyMap<string, Tally>;
  /** A subject with several owners counts under each. */
  byOwner: ReadonlyMap<string, Tally>;
  bySystem: ReadonlyMap<string, Tally>;
};

// On other replicas than the one that was told of a confirmation, its finding may be counted late by so much.
const KEPT_MS = 60_000;

// Counted in some milliseconds by SQLite, during which nothing else happens.
const FINDINGS_AT_ONCE = 1_000;

const GROUPS_AT_ONCE = 1_000;

type Kept = { key: string; begunAt: number; tallies: Promise<FindingTallies> };

/**
 * Counts findings, in pieces, between which others come first. What was counted is kept until something is said about
 * exemptions or confirmations, and for a minute at most, since many look at the same summary, and lists need the same
 * counts.
 */
export class FindingCounts {
  readonly #queries: FindingQueries;
  readonly #said: () => Promise<number[]>;
  readonly #now: () => Date;
  #kept: Kept | undefined;

  constructor(options: {
    queries: FindingQueries;
    exemptions: Pick<ExemptionStore, 'countActs'>;
    confirmations: Pick<ConfirmationStore, 'count'>;
    now(): Date;
  }) {
    const { exemptions, confirmations } = options;
    this.#queries = options.queries;
    this.#said = () =>
      Promise.all([exemptions.countActs(), confirmations.count()]);
    this.#now = options.now;
  }

  /** The counts at a run, under the exemptions of today. */
  async at(run: number): Promise<FindingTallies> {
    const said = await this.#said();
    const now = this.#now();
    const today = dayOf(now);
    const key = [run, today, ...said].join();
    const age = now.getTime() - (this.#kept?.begunAt ?? 0);
    if (this.#kept?.key !== key || age > KEPT_MS) {
      const tallies = this.#count(run, today);
      const kept = { key, begunAt: now.getTime(), tallies };
      this.#kept = kept;
      tallies.catch(() => {
        this.#kept = this.#kept === kept ? undefined : this.#kept;
      });
    }
    return this.#kept!.tallies;
  }

  /** Says that something has changed, which is to show at once. */
  forget(): void {
    this.#kept = undefined;
  }

  async #count(run: number, today: string): Promise<FindingTallies> {
    const alike = new Map<string, CountedFindings>();
    for await (const range of this.#queries.ranges(run, FINDINGS_AT_ONCE)) {
      for (const counted of await this.#queries.counted({
        run,
        today,
        range,
      })) {
        const { count, ...same } = counted;
        const key = JSON.stringify(Object.values(same));
        const known = alike.get(key);
        alike.set(key, { ...counted, count: count + (known?.count ?? 0) });
      }
      await setImmediate();
    }
    return tally([...alike.values()]);
  }
}

async function tally(counted: CountedFindings[]): Promise<FindingTallies> {
  const all = new Tally();
  const byRule = new Map<string, Tally>();
  const byOwner = new Map<string, Tally>();
  const bySystem = new Map<string, Tally>();
  for (const [i, findings] of counted.entries()) {
    const { ruleId, ownerRefs, systemRef = NONE, count } = findings;
    all.add(findings, count);
    tallyIn(byRule, ruleId).add(findings, count);
    tallyIn(bySystem, systemRef).add(findings, count);
    for (const owner of ownerRefs.length ? ownerRefs : [NONE]) {
      tallyIn(byOwner, owner).add(findings, count);
    }
    if (i % GROUPS_AT_ONCE === GROUPS_AT_ONCE - 1) {
      await setImmediate();
    }
  }
  return { counted, all, byRule, byOwner, bySystem };
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
  const tallied = tallies.get(key) ?? new Tally();
  tallies.set(key, tallied);
  return tallied;
}

/** How many findings fulfil a question that doesn't look into texts. */
export function countMatching(
  { counted }: FindingTallies,
  query: Omit<FindingsQuery, 'text'>,
): number {
  const { rule, state, severity, kind, owner, system } = query;
  const fulfils = (findings: CountedFindings) =>
    (rule?.includes(findings.ruleId) ?? true) &&
    (state?.includes(findings.state) ?? true) &&
    (severity?.includes(findings.severity) ?? true) &&
    (kind?.includes(findings.kind) ?? true) &&
    (owner === undefined ||
      (owner === NONE
        ? !findings.ownerRefs.length
        : findings.ownerRefs.includes(owner))) &&
    (system === undefined || system === (findings.systemRef ?? NONE));
  return counted.reduce(
    (sum, findings) => sum + (fulfils(findings) ? findings.count : 0),
    0,
  );
}
