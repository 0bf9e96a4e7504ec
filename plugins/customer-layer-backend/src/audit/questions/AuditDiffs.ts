import { InputError } from '@backstage/errors';
import {
  AuditDiff,
  ChangeCounts,
  ChangesOf,
  FindingChange,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { sortBy } from 'lodash';
import { z } from 'zod/v4';
import { Arrangement } from '../../masking/arrangements';
import { Mask } from '../../masking/Mask';
import { parseCursor, printCursor } from '../../services/cursor';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { FindingQueries } from '../database/FindingQueries';
import { AuditAsking, Surroundings } from './AuditAsking';
import { AuditRuns } from './AuditRuns';
import { countChanges, CountedChanges } from './diff';

const runId = z
  .int()
  .min(1)
  .max(2 ** 31 - 1);

const cursorSchema = z.strictObject({
  from: runId,
  to: runId,
  /** How many changes that the viewer may read come before. */
  offset: z.int().min(1),
});

/** Which runs are compared, and which page of the changes. */
export type DiffQuery = {
  from?: number;
  to?: number;
  limit: number;
  offset: number;
};

/**
 * Reads a cursor of changes, which stands for the runs that were compared as well.
 *
 * @throws InputError when it is anything else, or belongs to other runs
 */
export function parseDiffCursor(
  text: string,
  asked: Pick<DiffQuery, 'from' | 'to'>,
): Pick<DiffQuery, 'from' | 'to' | 'offset'> {
  const cursor = parseCursor(text, cursorSchema);
  if (
    (asked.from ?? cursor.from) !== cursor.from ||
    (asked.to ?? cursor.to) !== cursor.to
  ) {
    throw new InputError(
      `The cursor belongs to the runs "${cursor.from}" and "${cursor.to}". Leave out from and to, or give these`,
    );
  }
  return cursor;
}

const KEPT_MS = 5_000;

const CHANGES: Arrangement<ChangesOf> = {
  refOf: ({ entityRef }) => entityRef,
  remainsOf: change => ({ ...change, hidden: true }),
  rankOf: ({ worse, better }) => `${worse} ${better}`,
};

type Kept = {
  from: number;
  to: number;
  at: number;
  changes: Promise<CountedChanges>;
};

/** Where most became worse first, then where most became better, then by ref. */
const listed = (counts: ReadonlyMap<string, ChangeCounts>): ChangesOf[] =>
  sortBy(
    Array.from(counts, ([entityRef, sum]) => ({ entityRef, ...sum })),
    [({ worse }) => -worse, ({ better }) => -better, 'entityRef'],
  );

/** What became worse and better from one run to another. Exemptions are left out of account. */
export class AuditDiffs {
  readonly #surroundings: Surroundings;
  readonly #queries: FindingQueries;
  readonly #runs: AuditRuns;
  // Pages come from the same changes, and many look at the last ones.
  #kept: Kept | undefined;

  constructor(
    options: Surroundings & { queries: FindingQueries; runs: AuditRuns },
  ) {
    this.#surroundings = options;
    this.#queries = options.queries;
    this.#runs = options.runs;
  }

  /**
   * Counts are over everything, items are those that the viewer may read.
   *
   * @throws NotFoundError when there is no such run, or its findings are no longer kept; InputError when the runs are in
   * the wrong order
   */
  async diff(
    query: DiffQuery,
    viewer: Viewer,
    caller: Caller,
  ): Promise<AuditDiff> {
    const { limit, offset } = query;
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const { from, to } = await this.#runs.pair(query);
    if (from.id > to.id) {
      throw new InputError(
        `from "${from.id}" is a later run than to "${to.id}". Exchange them`,
      );
    }
    const changes = await viewer.turn.waitFor(this.#changes(from.id, to.id));
    const canRead = await asking.subjects(
      new Set(changes.items.map(({ entityRef }) => entityRef)),
    );
    const items = changes.items.filter(({ entityRef }) => canRead(entityRef));
    const end = offset + limit;
    const answer: AuditDiff = {
      from,
      to,
      counts: changes.counts,
      byRule: changes.byRule,
      owners: listed(changes.byOwner),
      systems: listed(changes.bySystem),
      items: items.slice(offset, end),
      hiddenItems: changes.items.length - items.length,
    };
    return {
      ...(viewer.limited ? await mask(answer, asking.mask) : answer),
      ...(items.length > end && {
        nextCursor: printCursor({ from: from.id, to: to.id, offset: end }),
      }),
    };
  }

  #changes(from: number, to: number): Promise<CountedChanges> {
    const at = this.#surroundings.now().getTime();
    const known = this.#kept;
    if (known?.from === from && known.to === to && at - known.at < KEPT_MS) {
      return known.changes;
    }
    const changes = this.#queries.changes(from, to).then(countChanges);
    const kept = { from, to, at, changes };
    this.#kept = kept;
    changes.catch(() => {
      this.#kept = this.#kept === kept ? undefined : this.#kept;
    });
    return changes;
  }
}

async function mask(answer: AuditDiff, viewers: Mask): Promise<AuditDiff> {
  await viewers.note(answer);
  await viewers.learn();
  return viewers.number({
    ...answer,
    owners: await viewers.arrange(answer.owners, CHANGES),
    systems: await viewers.arrange(answer.systems, CHANGES),
    items: answer.items.map(
      (change): FindingChange => ({
        ...change,
        ownerRefs: [...viewers.refs(change.ownerRefs)],
      }),
    ),
  });
}
