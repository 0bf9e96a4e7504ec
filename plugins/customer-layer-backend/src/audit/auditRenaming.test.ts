import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuditApi,
  EXPORT_FORMATS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { isEqual } from 'lodash';
import { unordered } from '../__testUtils__/PlainMask';
import { places } from '../__testUtils__/places';
import { byName } from '../__testUtils__/questions';
import { GuardedCatalog, guardedCatalog } from '../__testUtils__/randomCatalog';
import { renaming } from '../__testUtils__/renaming';
import { migrateDatabase } from '../database/migrateDatabase';
import { Lots } from '../masking/lots';
import { auditCatalog } from './__testUtils__/auditCatalog';
import { findingsQueries } from './__testUtils__/findingsQueries';
import { startAuditApi } from './__testUtils__/startAuditApi';

jest.setTimeout(120_000);

const limit = 1_000;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What one may be told: all of it, and what somebody is told, word for word. */
type Told = { full: unknown; text: string };

// Opaque ids: of runs, of exemptions and confirmations, of the graph, and cursors, which are made of them.
const IDS: Array<[RegExp, string]> = [
  [/"(id|from|to|run)":\d+/g, '"$1":1'],
  [/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'uuid'],
  [/("(?:r|graphR)evision"):"[\da-f]+"/g, '$1:"digest"'],
  [/("nextCursor"):"[^"]+"/g, '$1:"cursor"'],
];

const withoutOpaque = (text: string): string =>
  IDS.reduce((left, [id, like]) => left.replace(id, like), text);

// What is written for other tools has no places that could be told apart.
const placesIn = (text: string): object =>
  text.startsWith('{') ? places(JSON.parse(text)) : {};

/** A question, and the one whose whole answer says whether another name changes what is so. */
type Question = {
  ask: (audit: AuditApi) => Promise<unknown>;
  whole?: (audit: AuditApi) => Promise<unknown>;
};

const questions = (
  refs: readonly string[],
  hidden: ReadonlySet<string>,
  fourth: number,
): Question[] => [
  { ask: audit => audit.getAuditSummary() },
  { ask: audit => audit.getAuditRuns() },
  { ask: audit => audit.getAuditDiff({ limit }) },
  { ask: audit => audit.getExemptions({ limit }) },
  ...findingsQueries(refs, fourth).map(query => ({
    ask: (audit: AuditApi) => audit.getFindings({ ...query, limit }),
  })),
  {
    ask: audit => audit.getFindings({ limit: 5 }),
    whole: audit => audit.getFindings({ limit }),
  },
  ...refs
    .filter((ref, i) => i % 4 === fourth && !hidden.has(ref))
    .map(ref => ({ ask: (audit: AuditApi) => audit.getEntityFindings(ref) })),
  ...EXPORT_FORMATS.map(format => ({
    ask: (audit: AuditApi) => audit.exportFindings({ format }),
    whole: (audit: AuditApi) => audit.getFindings({ limit }),
  })),
];

describe('the audit over HTTP, for any catalog', () => {
  let knex: Knex;
  let api: Awaited<ReturnType<typeof startAuditApi>>;
  beforeAll(async () => {
    const client = await databases.init('SQLITE_3');
    knex = await migrateDatabase({ getClient: async () => client });
    api = await startAuditApi();
  });

  async function tell(
    catalog: GuardedCatalog,
    lots: Lots,
    fourth: number,
  ): Promise<Told[]> {
    const { hidden } = catalog;
    const { audits, exists, refs } = await auditCatalog(catalog, {
      knex,
      drawLots: () => lots,
    });
    api.serve(audits, ref => exists(ref) && !hidden.has(ref));
    const told: Told[] = [];
    for (const { ask, whole = ask } of questions(refs, hidden, fourth)) {
      const full = JSON.stringify(await whole(api.all));
      await ask(api.some);
      const { text } = api.heard[api.heard.length - 1];
      told.push({
        full: JSON.parse(withoutOpaque(full)),
        text: withoutOpaque(text),
      });
    }
    return told;
  }

  it('other names for what is hidden change no place, and nothing at all unless they change what is so', async () => {
    let alike = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(3), async (catalog, fourth) => {
        const { rename, renamed } = renaming(catalog);
        const first = await tell(catalog, byName, fourth);
        // The lots fall on the same entities as before.
        const second = await tell(renamed, ref => byName(rename(ref)), fourth);
        for (const [i, { full, text }] of first.entries()) {
          const other = second[i];
          const isSame = isEqual(
            unordered(rename(full)),
            unordered(other.full),
          );
          all++;
          alike += isSame ? 1 : 0;
          const seenIn = (answer: string) =>
            isSame ? answer : placesIn(answer);
          expect(seenIn(other.text)).toEqual(seenIn(text));
        }
      }),
      { numRuns: 15, seed: 20261127 },
    );
    expect(alike).toBeGreaterThan(all / 2);
  });
});
