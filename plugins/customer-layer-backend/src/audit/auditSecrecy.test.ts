import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EXPORT_FORMATS,
  FindingsQuery,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { omit, sum, uniq } from 'lodash';
import { graphOf, NOW } from '../__testUtils__/graphOf';
import { PlainMask, unordered } from '../__testUtils__/PlainMask';
import { viewerOf } from '../__testUtils__/questions';
import {
  GuardedCatalog,
  guardedCatalog,
  NAME,
} from '../__testUtils__/randomCatalog';
import { everybody } from '../__testUtils__/viewers';
import { migrateDatabase } from '../database/migrateDatabase';
import { Viewer } from '../services/Viewers';
import { auditsOver, userCalling } from './__testUtils__/auditsOver';
import { parseFindingsCursor } from './questions/findingsCursor';

jest.setTimeout(240_000);

const runs = { numRuns: 60, seed: 20261125 };

const me = userCalling('user:default/me');
const LIMIT = 1_000;

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** The same catalog before half of it declared anything, and without some of it. */
const earlier = (entities: readonly Entity[]): Entity[] =>
  entities
    .filter((_, i) => i % 7)
    .map((entity, i) =>
      i % 2
        ? entity
        : { ...entity, metadata: { ...entity.metadata, annotations: {} } },
    );

describe('for any catalog, and whatever somebody may not read of it', () => {
  let knex: Knex;
  beforeAll(async () => {
    const client = await databases.init('SQLITE_3');
    knex = await migrateDatabase({ getClient: async () => client });
  });

  /** Audits a catalog twice; of some findings somebody asks that they may fail, and of some things that they arrive. */
  async function prepare({ entities, hidden }: GuardedCatalog) {
    let graph = graphOf(earlier(entities));
    const { audits, stores } = await auditsOver({
      knex,
      graph: () => graph,
      now: () => NOW,
    });
    await audits.runs.start(userCalling('user:default/d00z'));
    graph = graphOf(entities);
    await audits.runs.start(userCalling('user:default/d01z'));

    const refs = entities.map(entity => stringifyEntityRef(entity));
    const failing = await audits.findings.page(
      { state: ['fail'] },
      { limit: LIMIT },
      { viewer: everybody(), caller: me },
    );
    for (const [i, { ruleId, entityRef }] of failing.items.entries()) {
      if (i % 3 === 0) {
        const { id } = await audits.exemptions.request(
          {
            ruleId,
            entityRef,
            reason: `Until ${refs[i % refs.length]} is there.`,
            expiresOn: '2026-06-30',
          },
          everybody(),
          userCalling(refs[(i * 5) % refs.length]),
        );
        if (i % 2) {
          await audits.exemptions.decide(
            { id, act: 'approved', note: `Ask ${refs[i % 5]}` },
            everybody(),
            userCalling(refs[(i * 7) % refs.length]),
          );
        }
      }
    }
    for (const [i, entityRef] of refs.entries()) {
      if (entityRef.startsWith('component:')) {
        await stores.confirmations.add({
          entityRef,
          kind: 'delivery',
          date: '2026-05-01',
          by: refs[refs.length - 1 - i],
          note: `With ${refs[i]} and ${refs[(i * 3) % refs.length]}`,
        });
      }
    }
    return {
      audits,
      refs,
      all: { viewer: everybody(), caller: me },
      some: { viewer: await viewerOf(graph, hidden), caller: me },
      plain: new PlainMask(entities, entity =>
        hidden.has(stringifyEntityRef(entity)),
      ),
    };
  }

  const questions = (refs: readonly string[], some: number): FindingsQuery[] =>
    [
      {},
      { state: ['fail', 'exempt'] },
      { rule: ['known-references', 'economic-customer'] },
      { kind: ['customer', 'api'] },
      { severity: ['warning'], system: 'none' },
      { owner: 'none' },
      ...refs.map(owner => ({ owner })),
      ...refs
        .filter(ref => ref.startsWith('system:'))
        .map(system => ({ system })),
      ...uniq(refs.join().match(NAME)).map(text => ({ text })),
      { text: 'TITLE of' },
      { text: '0' },
    ].filter((_, i) => i % 4 === some % 4) as FindingsQuery[];

  it('nothing names it, counts are right, and all else is as it is', async () => {
    let hiddenAnywhere = 0;
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(3), async (catalog, fourth) => {
        const { audits, refs, plain, all, some } = await prepare(catalog);
        const readable = (ref: string) => plain.readable(ref.split('/')[1]);
        const safe = <T>(shown: T): T => {
          expect(plain.leaks(JSON.stringify(shown))).toEqual([]);
          return shown;
        };
        const bothOf = <T>(
          ask: (who: typeof all) => Promise<T>,
        ): Promise<[T, T]> => Promise.all([ask(all), ask(some)]);

        const [full, shown] = await bothOf(({ viewer, caller }) =>
          audits.summaries.summary(viewer, caller),
        );
        safe(shown);
        expect(shown.counts).toEqual(full.counts);
        for (const list of ['owners', 'systems'] as const) {
          const expected = full[list].map(one =>
            one.entityRef === 'none' || readable(one.entityRef)
              ? one
              : {
                  ...omit(one, 'title'),
                  entityRef: '#',
                  hidden: true as const,
                },
          );
          expect(unordered(shown[list])).toEqual(unordered(expected));
          const scores = shown[list].map(({ score = 2 }) => score);
          expect(scores).toEqual([...scores].sort());
        }

        for (const query of questions(refs, fourth)) {
          const ask = ({ viewer, caller }: typeof all) =>
            audits.findings.page(query, { limit: LIMIT }, { viewer, caller });
          const [whole, part] = await bothOf(ask);
          safe(part);
          expect(whole.totalItems).toBe(whole.items.length);
          const named = [query.owner, query.system].filter(
            ref => ref && ref !== 'none',
          );
          const mayName = named.every(ref => readable(String(ref)));
          // As if there were none.
          const found = mayName ? whole.items : [];
          const open = found.filter(({ entityRef }) => readable(entityRef));
          const hidden = found.length - open.length;
          hiddenAnywhere += hidden;
          expect(unordered(part.items)).toEqual(
            unordered(Object(plain.mask({ items: open })).items),
          );
          expect(part.hiddenItems).toBe(query.text ? 0 : hidden);
          expect(part.totalItems).toBe(query.text ? open.length : found.length);
        }

        const byName =
          (ref: string) =>
          ({ viewer, caller }: typeof all) =>
            audits.entities.of(ref, viewer, caller);
        for (const ref of refs.filter(one => !readable(one))) {
          await expect(byName(ref)(some)).rejects.toMatchObject({
            name: 'NotFoundError',
            message: `The catalog has no "${ref}" that you may read. Check the spelling of kind, namespace and name`,
          });
        }
        for (const ref of refs.filter(readable)) {
          const [whole, part] = await bothOf(byName(ref));
          safe(part);
          const withoutFix = (entity: typeof whole) => ({
            ...entity,
            items: entity.items.map(item => omit(item, 'fix')),
          });
          expect(unordered(withoutFix(part))).toEqual(
            unordered(plain.mask(withoutFix(whole))),
          );
        }

        const [fullDiff, diff] = await bothOf(({ viewer, caller }) =>
          audits.diffs.diff({ limit: LIMIT, offset: 0 }, viewer, caller),
        );
        safe(diff);
        expect(diff.counts).toEqual(fullDiff.counts);
        expect(sum(Object.values(diff.counts))).toBe(
          diff.items.length + diff.hiddenItems,
        );
        expect(
          unordered(diff.owners.map(one => omit(one, 'entityRef', 'hidden'))),
        ).toEqual(
          unordered(fullDiff.owners.map(one => omit(one, 'entityRef'))),
        );

        const list = ({ viewer, caller }: typeof all) =>
          audits.exemptions.list({ limit: LIMIT }, viewer, caller);
        const [exemptions, openExemptions] = await bothOf(list);
        safe(openExemptions);
        expect(openExemptions.items.length + openExemptions.hiddenItems).toBe(
          exemptions.items.length,
        );
        safe(
          await audits.runs.list(
            { limit: 10, daily: false },
            some.viewer,
            some.caller,
          ),
        );
        for (const format of EXPORT_FORMATS) {
          const { pieces } = await audits.exports.export(
            { format },
            some.viewer,
            some.caller,
          );
          let text = '';
          for await (const piece of pieces) {
            text += piece;
          }
          safe(text);
        }
      }),
      runs,
    );
    expect(hiddenAnywhere).toBeGreaterThan(1_000);
  });

  it('pages make up the whole, and no cursor names more than its page', async () => {
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(99), async (catalog, any) => {
        const { audits, plain, some } = await prepare(catalog);
        const ask = (limit: number, cursor?: string) =>
          audits.findings.page(
            {},
            {
              limit,
              ...(cursor && { cursor: parseFindingsCursor(cursor, {}) }),
            },
            some,
          );
        const whole = await ask(LIMIT);
        const items = [];
        let cursor: string | undefined;
        do {
          const page = await ask(1 + (any % 20), cursor);
          items.push(...page.items);
          cursor = page.nextCursor;
          const inCursor = Buffer.from(cursor ?? '', 'base64url').toString();
          expect(plain.leaks(JSON.stringify(page) + inCursor)).toEqual([]);
        } while (cursor);
        expect(unordered(items)).toEqual(unordered(whole.items));
      }),
      { ...runs, numRuns: 20 },
    );
  });

  it('nobody learns of it by saying something about it', async () => {
    await fc.assert(
      fc.asyncProperty(guardedCatalog, async catalog => {
        const { audits, refs, some, all } = await prepare(catalog);
        const { viewer, caller } = some;
        for (const entityRef of refs.filter(ref => catalog.hidden.has(ref))) {
          const kind = entityRef.split(':')[0];
          const nothing = `${kind}:default/nothing`;
          const say = (ref: string) => [
            audits.exemptions.request(
              {
                ruleId: 'known-references',
                entityRef: ref,
                reason: 'For now',
                expiresOn: '2026-06-30',
              },
              viewer,
              caller,
            ),
            audits.confirmations.add(
              { entityRef: ref, kind: 'delivery', date: '2026-05-01' },
              viewer,
              caller,
            ),
          ];
          const messages = async (ref: string) =>
            (await Promise.allSettled(say(ref))).map(outcome =>
              String('reason' in outcome && outcome.reason)
                .split(ref)
                .join('IT'),
            );
          expect(await messages(entityRef)).toEqual(await messages(nothing));
        }
        const { items } = await audits.exemptions.list(
          { limit: LIMIT },
          all.viewer,
          all.caller,
        );
        const hiddenIds = items
          .filter(({ entityRef }) => catalog.hidden.has(entityRef))
          .map(({ id }) => id);
        for (const id of hiddenIds) {
          await expect(
            audits.exemptions.decide({ id, act: 'withdrawn' }, viewer, caller),
          ).rejects.toThrow(`There is no exemption "${id}"`);
        }
      }),
      { ...runs, numRuns: 20 },
    );
  });

  it('hides what has gone since from whoever may not read everything', async () => {
    const [{ entities }] = fc.sample(guardedCatalog, { numRuns: 1, seed: 1 });
    const bare = entities.map(entity => ({
      ...entity,
      relations: [],
      metadata: { ...entity.metadata, annotations: {} },
    }));
    let graph = graphOf(entities);
    const { audits } = await auditsOver({
      knex,
      graph: () => graph,
      now: () => NOW,
    });
    await audits.runs.start(me);
    const ask = async (viewer: Viewer) => {
      const page = { limit: LIMIT };
      return audits.findings.page({}, page, { viewer, caller: me });
    };
    let named = 0;
    for (const [i, gone] of entities.entries()) {
      const ref = stringifyEntityRef(gone);
      graph = graphOf(bare.filter((_, at) => at !== i));
      const full = await ask(everybody());
      const part = await ask(await viewerOf(graph, new Set()));
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
