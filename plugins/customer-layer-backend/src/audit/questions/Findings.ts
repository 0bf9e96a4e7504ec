import {
  FindingsPage,
  FindingsQuery,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { printCursor } from '../../services/cursor';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import {
  FindingPosition,
  FindingQueries,
  FindingsAt,
} from '../database/FindingQueries';
import { AuditAsking, Surroundings } from './AuditAsking';
import { AuditRuns } from './AuditRuns';
import { countMatching, FindingCounts, NONE } from './FindingCounts';
import { FindingsCursor, questionOf } from './findingsCursor';
import { maskFindings } from './maskFindings';

// So many are read at once, which takes SQLite some milliseconds.
const BATCH = 1_000;

// Of so many it is found out at once on how many subjects they are.
const COUNTED_AT_ONCE = 5_000;

const NOTHING = { items: [], totalItems: 0, hiddenItems: 0 };

/** Lists of what audits found. */
export class Findings {
  readonly #surroundings: Surroundings;
  readonly #queries: FindingQueries;
  readonly #runs: AuditRuns;
  readonly #counts: FindingCounts;

  constructor(
    options: Surroundings & {
      queries: FindingQueries;
      runs: AuditRuns;
      counts: FindingCounts;
    },
  ) {
    this.#surroundings = options;
    this.#queries = options.queries;
    this.#runs = options.runs;
    this.#counts = options.counts;
  }

  /**
   * One page of findings, all pages from the run of the first one.
   *
   * @throws ConflictError when the findings of that run are no longer kept
   */
  async page(
    query: FindingsQuery,
    { limit, cursor }: { limit: number; cursor?: FindingsCursor },
    { viewer, caller }: { viewer: Viewer; caller: Caller },
  ): Promise<FindingsPage> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const run = await (cursor
      ? this.#runs.again(cursor.run)
      : this.#runs.published());
    const names = await this.mayName(query, asking);
    if (!run || !names) {
      return { ...(run && (await asking.hide({ run }))), ...NOTHING };
    }
    const at = { ...query, run: run.id, today: asking.today };
    const found: ListedFinding[] = [];
    for await (const some of this.readable(at, asking, {
      after: cursor?.after,
      batch: Math.min(BATCH, limit + 1),
    })) {
      found.push(...some);
      if (found.length > limit) {
        break;
      }
    }
    const items = found.slice(0, limit);
    const last = items[items.length - 1];
    return {
      ...(await asking.hide({ run })),
      items: await maskFindings(items, asking),
      ...(!cursor && (await this.#totals(at, asking))),
      ...(found.length > limit && {
        nextCursor: printCursor({
          run: run.id,
          question: questionOf(query),
          after: { entityRef: last.entityRef, ruleId: last.ruleId },
        }),
      }),
    };
  }

  /** Findings on subjects that the viewer may read, in order, as they are. */
  async *readable(
    at: FindingsAt,
    asking: AuditAsking,
    { after, batch = BATCH }: { after?: FindingPosition; batch?: number } = {},
  ): AsyncGenerator<ListedFinding[]> {
    const { turn } = asking.viewer;
    let position = after;
    do {
      await turn.takeBreak();
      const findings = await turn.waitFor(
        this.#queries.page(at, { after: position, limit: batch }),
      );
      const canRead = await asking.subjects(
        new Set(findings.map(({ entityRef }) => entityRef)),
      );
      yield findings.filter(({ entityRef }) => canRead(entityRef));
      position =
        findings.length < batch ? undefined : findings[findings.length - 1];
    } while (position);
  }

  /** What can't be read is not looked for, so that nobody learns what belongs to it, or that it is there. */
  async mayName(
    { owner = NONE, system = NONE }: FindingsQuery,
    { graph, viewer }: AuditAsking,
  ): Promise<boolean> {
    const names = [owner, system].filter(name => name !== NONE);
    const canRead = await viewer.canRead(graph, names);
    return names.every(canRead);
  }

  /**
   * How many there are. A text is looked for only in what the viewer may read: a count of what it is found in beside that
   * would give names away, one letter at a time.
   */
  async #totals(
    at: FindingsAt,
    asking: AuditAsking,
  ): Promise<Pick<FindingsPage, 'totalItems' | 'hiddenItems'>> {
    const { limited, turn } = asking.viewer;
    const all =
      at.text === undefined
        ? countMatching(await turn.waitFor(this.#counts.at(at.run)), at)
        : undefined;
    if (!limited && all !== undefined) {
      return { totalItems: all, hiddenItems: 0 };
    }
    let readable = 0;
    for await (const range of this.#queries.ranges(at.run, COUNTED_AT_ONCE)) {
      await turn.takeBreak();
      const counts = await turn.waitFor(
        this.#queries.countBySubject({ ...at, range }),
      );
      const canRead = await asking.subjects(counts.keys());
      for (const [entityRef, count] of counts) {
        readable += canRead(entityRef) ? count : 0;
      }
    }
    const totalItems = all ?? readable;
    return { totalItems, hiddenItems: Math.max(0, totalItems - readable) };
  }
}
