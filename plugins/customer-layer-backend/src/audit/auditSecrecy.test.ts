import { TestDatabases } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import {
  AuditApi,
  Exemption,
  EXPORT_FORMATS,
  ExportFormat,
  PageQuery,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { omit, sum } from 'lodash';
import { graphOf } from '../__testUtils__/graphOf';
import { PlainMask, unordered, withoutIds } from '../__testUtils__/PlainMask';
import {
  GuardedCatalog,
  guardedCatalog,
  NAME,
} from '../__testUtils__/randomCatalog';
import { migrateDatabase } from '../database/migrateDatabase';
import { auditCatalog } from './__testUtils__/auditCatalog';
import { findingsQueries } from './__testUtils__/findingsQueries';
import { Heard, startAuditApi } from './__testUtils__/startAuditApi';

jest.setTimeout(120_000);

const runs = { numRuns: 15, seed: 20261125 };

const LIMIT = 1_000;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

// What each finding begins with.
const FINDING_IN: Record<ExportFormat, RegExp> = {
  csv: /^[a-z-]+,(error|warning),/gm,
  json: /^\{"ruleId":/gm,
  junit: /<testcase /g,
  sarif: /^\{"ruleId":/gm,
};

/** What somebody heard that they may not read. An error may quote what they asked for. */
const leaksIn = (heard: readonly Heard[], plain: PlainMask) =>
  heard.flatMap(({ asked, status, text, beside }) =>
    plain
      .leaks(text + beside)
      .filter(word => status < 400 || !asked.includes(word))
      .map(word => `${word}: ${asked}`),
  );

describe('the audit over HTTP, for any catalog, and whatever somebody may not read of it', () => {
  let knex: Knex;
  let api: Awaited<ReturnType<typeof startAuditApi>>;
  beforeAll(async () => {
    const client = await databases.init('SQLITE_3');
    knex = await migrateDatabase({ getClient: async () => client });
    api = await startAuditApi();
  });

  async function serve(catalog: GuardedCatalog) {
    const audited = await auditCatalog(catalog, { knex });
    const { hidden, entities } = catalog;
    api.serve(audited.audits, ref => audited.exists(ref) && !hidden.has(ref));
    const plain = new PlainMask(
      entities,
      ({ kind, metadata: { namespace, name } }) =>
        hidden.has(`${kind}:${namespace}/${name}`.toLowerCase()),
    );
    return {
      ...audited,
      plain,
      isReadable: (ref: string) => plain.readable(ref.split('/')[1]),
    };
  }

  const both = <T>(ask: (audit: AuditApi) => Promise<T>): Promise<[T, T]> =>
    Promise.all([ask(api.all), ask(api.some)]);

  it('nothing names it, counts are right, and all else is as it is', async () => {
    let hiddenAnywhere = 0;
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(3), async (catalog, fourth) => {
        const { refs, plain, isReadable } = await serve(catalog);

        const [full, shown] = await both(audit => audit.getAuditSummary());
        expect(shown.counts).toEqual(full.counts);
        for (const list of ['owners', 'systems'] as const) {
          const expected = full[list].map(one =>
            one.entityRef === 'none' || isReadable(one.entityRef)
              ? one
              : { ...omit(one, 'title'), entityRef: '#', hidden: true },
          );
          expect(unordered(shown[list])).toEqual(unordered(expected));
          const scores = shown[list].map(({ score = 2 }) => score);
          expect(scores).toEqual([...scores].sort());
        }

        for (const query of findingsQueries(refs, fourth)) {
          const [whole, part] = await both(audit =>
            audit.getFindings({ ...query, limit: LIMIT }),
          );
          expect(whole.totalItems).toBe(whole.items.length);
          const mayName = [query.owner, query.system].every(
            ref => ref === undefined || ref === 'none' || isReadable(ref),
          );
          // As if there were none.
          const found = mayName ? whole.items : [];
          const open = found.filter(({ entityRef }) => isReadable(entityRef));
          const hidden = found.length - open.length;
          hiddenAnywhere += hidden;
          expect(unordered(part.items)).toEqual(
            unordered(Object(plain.mask({ items: open })).items),
          );
          expect(part.hiddenItems).toBe(query.text ? 0 : hidden);
          expect(part.totalItems).toBe(query.text ? open.length : found.length);
        }

        for (const ref of refs.filter(isReadable)) {
          const [whole, part] = await both(async audit => {
            const entity = await audit.getEntityFindings(ref);
            return {
              ...entity,
              items: entity.items.map(item => omit(item, 'fix')),
            };
          });
          expect(unordered(part)).toEqual(unordered(plain.mask(whole)));
        }

        const [fullDiff, diff] = await both(audit =>
          audit.getAuditDiff({ limit: LIMIT }),
        );
        expect(diff.counts).toEqual(fullDiff.counts);
        expect(diff.byRule).toEqual(fullDiff.byRule);
        expect(sum(Object.values(diff.counts))).toBe(
          diff.items.length + diff.hiddenItems,
        );
        for (const list of ['owners', 'systems'] as const) {
          expect(
            unordered(diff[list].map(one => omit(one, 'entityRef', 'hidden'))),
          ).toEqual(
            unordered(fullDiff[list].map(one => omit(one, 'entityRef'))),
          );
        }

        const [exemptions, open] = await both(audit =>
          audit.getExemptions({ limit: LIMIT }),
        );
        expect(exemptions.hiddenItems).toBe(0);
        const readable = exemptions.items.filter(one =>
          isReadable(one.entityRef),
        );
        expect(unordered(open.items)).toEqual(
          unordered(Object(plain.mask({ exemptions: readable })).exemptions),
        );
        expect(open.hiddenItems).toBe(
          exemptions.items.length - readable.length,
        );

        const [fullRuns, theirRuns] = await both(audit => audit.getAuditRuns());
        expect(unordered({ runs: theirRuns.items })).toEqual(
          unordered(plain.mask({ runs: fullRuns.items })),
        );

        const { items } = await api.some.getFindings({ limit: LIMIT });
        for (const format of EXPORT_FORMATS) {
          const response = await api.some.exportFindings({ format });
          const text = await response.text();
          expect(text.match(FINDING_IN[format]) ?? []).toHaveLength(
            items.length,
          );
        }
        expect(leaksIn(api.heard, plain)).toEqual([]);
      }),
      runs,
    );
    expect(hiddenAnywhere).toBeGreaterThan(400);
  });

  it('pages make up the whole, and no cursor names more than its page', async () => {
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(19), async (catalog, some) => {
        const { plain } = await serve(catalog);
        type Page = { items: object[]; nextCursor?: string };
        const lists: Array<(page: PageQuery) => Promise<Page>> = [
          page => api.some.getFindings(page),
          page => api.some.getAuditDiff(page),
          page => api.some.getExemptions(page),
          page => api.some.getAuditRuns(page),
        ];
        for (const ask of lists) {
          const limit = 1 + (some % 20);
          const items: object[] = [];
          let cursor: string | undefined;
          do {
            const page = await ask({ limit, cursor });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            items.push(...page.items);
            cursor = page.nextCursor;
          } while (cursor);
          const whole = await ask({ limit: LIMIT });
          expect(withoutIds(items)).toEqual(withoutIds(whole.items));
        }
        expect(leaksIn(api.heard, plain)).toEqual([]);
      }),
      { ...runs, numRuns: 10 },
    );
  });

  it('answers to what is said name nothing, and what is hidden is refused like what there is not', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(guardedCatalog, async catalog => {
        const { refs, plain, isReadable } = await serve(catalog);
        const outcome = (answer: Promise<unknown>) =>
          answer.then(
            () => '201',
            ({ body, statusCode }: ResponseError) =>
              `${statusCode} ${body.error.message}`,
          );
        const say = async (entityRef: string) => {
          const { some } = api;
          const date = '2026-05-01';
          const ruleId = 'known-references';
          const request = { ruleId, entityRef, reason: 'For now' };
          return [
            await outcome(some.getEntityFindings(entityRef)),
            await outcome(
              some.requestExemption({ ...request, expiresOn: '2026-06-30' }),
            ),
            await outcome(
              some.requestExemption({ ...request, expiresOn: date }),
            ),
            await outcome(some.confirm({ entityRef, kind: 'delivery', date })),
            await outcome(some.confirm({ entityRef, kind: 'training', date })),
            await outcome(
              some.getFindings({ owner: entityRef, cursor: 'abc' }),
            ),
          ].map(text => text.split(entityRef).join('IT'));
        };
        for (const ref of refs) {
          const outcomes = await say(ref);
          const nothing = ref.replace(NAME, 'nothing');
          expect(isReadable(ref) ? [] : outcomes).toEqual(
            isReadable(ref) ? [] : await say(nothing),
          );
        }
        const { items } = await api.all.getExemptions({ limit: LIMIT });
        for (const { id, entityRef } of items) {
          for (const act of ['approved', 'rejected', 'withdrawn'] as const) {
            const told = await outcome(api.some.decideExemption(id, { act }));
            expect(isReadable(entityRef) || told).toBe(
              isReadable(entityRef) || `404 There is no exemption "${id}"`,
            );
          }
        }
        const after = await api.all.getExemptions({ limit: LIMIT });
        const hidden = (one: Exemption) => !isReadable(one.entityRef);
        expect(after.items.filter(hidden)).toEqual(items.filter(hidden));
        await api.some.startAuditRun();
        await api.some.getAuditRuns();
        await outcome(api.some.getAuditDiff({ from: 99 }));
        api.heard.forEach(({ status }) => seen.add(status));
        expect(leaksIn(api.heard, plain)).toEqual([]);
      }),
      { ...runs, numRuns: 5 },
    );
    expect([...seen].sort()).toEqual([200, 201, 202, 400, 403, 404, 409]);
  });

  it('hides what has gone since from whoever may not read everything', async () => {
    const [{ entities }] = fc.sample(guardedCatalog, { numRuns: 1, seed: 1 });
    const bare = entities.map(entity => ({
      ...entity,
      relations: [],
      metadata: { ...entity.metadata, annotations: {} },
    }));
    const { refs, turnInto } = await serve({ entities, hidden: new Set() });
    let named = 0;
    for (const [i, ref] of refs.entries()) {
      turnInto(graphOf(bare.filter((_, at) => at !== i)));
      const [full, part] = await both(audit =>
        audit.getFindings({ limit: LIMIT }),
      );
      named += full.items.filter(
        item => item.entityRef !== ref && JSON.stringify(item).includes(ref),
      ).length;
      expect(JSON.stringify(part)).not.toContain(ref);
      expect(part.totalItems).toBe(full.totalItems);
      expect(part.hiddenItems).toBe(full.items.length - part.items.length);
    }
    expect(named).toBeGreaterThan(10);
  });
});
