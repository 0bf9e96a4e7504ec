import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  COVERAGE_ASPECTS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';
import { omit, pick } from 'lodash';
import { graphOf } from '../__testUtils__/graphOf';
import { PlainMask, withoutIds } from '../__testUtils__/PlainMask';
import { byName, viewerOf } from '../__testUtils__/questions';
import { GuardedCatalog, guardedCatalog } from '../__testUtils__/randomCatalog';
import { renaming } from '../__testUtils__/renaming';
import { everybody } from '../__testUtils__/viewers';
import { Lots } from '../masking/lots';
import { parsePageCursor } from '../services/sortedPage';
import { Coverages } from './Coverages';
import { UncoveredQuestion } from './UncoveredList';

jest.setTimeout(120_000);

const runs = { numRuns: 150, seed: 20261128 };

async function prepare(
  { entities, hidden }: GuardedCatalog,
  lots: Lots = byName,
) {
  const graph = graphOf(entities);
  return {
    coverages: new Coverages({
      keeper: { graph: () => graph },
      drawLots: () => lots,
    }),
    somebody: await viewerOf(graph, hidden),
  };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

// What differs between catalogs of which the same may be read.
const withoutGraph = (answer: object) => omit(answer, 'graph');

async function askAll({ coverages, somebody: viewer }: Prepared) {
  const answers: object[] = [await coverages.coverage(viewer)];
  for (const aspect of COVERAGE_ASPECTS) {
    answers.push(await coverages.begin({ aspect, limit: 5 }, viewer));
    answers.push(await coverages.uncovered({ aspect, limit: 9 }, viewer));
  }
  return answers.map(withoutGraph);
}

it('nothing names what somebody may not read, and counts are those of everybody', async () => {
  await fc.assert(
    fc.asyncProperty(guardedCatalog, async catalog => {
      const prepared = await prepare(catalog);
      const { coverages, somebody } = prepared;
      const plain = new PlainMask(catalog.entities, entity =>
        catalog.hidden.has(stringifyEntityRef(entity)),
      );
      expect(plain.leaks(JSON.stringify(await askAll(prepared)))).toEqual([]);

      expect(await coverages.coverage(somebody)).toEqual(
        await coverages.coverage(everybody()),
      );
      for (const aspect of COVERAGE_ASPECTS) {
        const counts = ['entities', 'covered', 'aspect'];
        const begin = { aspect, limit: 100 };
        const shown = await coverages.begin(begin, somebody);
        const full = await coverages.begin(begin, everybody());
        expect(pick(shown, counts)).toEqual(pick(full, counts));
        expect(full.hiddenPlaces).toBe(0);
        expect(
          shown.steps.filter(({ entityRef }) => catalog.hidden.has(entityRef)),
        ).toEqual([]);

        const all = await everyPage(coverages, { aspect, limit: 2 });
        const page = await coverages.uncovered(
          { aspect, limit: 100 },
          somebody,
        );
        expect(page.items.map(({ entityRef }) => entityRef)).toEqual(
          all.filter(ref => !catalog.hidden.has(ref)),
        );
        expect(page.totalItems).toBe(page.items.length);
        expect(page.hiddenItems).toBe(all.length - page.items.length);
      }
    }),
    runs,
  );
});

async function everyPage(
  coverages: Coverages,
  question: UncoveredQuestion,
): Promise<string[]> {
  const refs: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await coverages.uncovered(
      { ...question, position: cursor ? parsePageCursor(cursor) : undefined },
      everybody(),
    );
    expect(page.items.length).toBeLessThanOrEqual(question.limit);
    refs.push(...page.items.map(({ entityRef }) => entityRef));
    cursor = page.nextCursor;
  } while (cursor);
  return refs;
}

it('other names for what is hidden change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(guardedCatalog, async catalog => {
      const { rename, renamed } = renaming(catalog);
      const first = await prepare(catalog);
      const second = await prepare(renamed, ref => byName(rename(ref)));
      expect(withoutIds(await askAll(second))).toEqual(
        withoutIds(await askAll(first)),
      );
    }),
    runs,
  );
});

it('filters by what may be read', async () => {
  await fc.assert(
    fc.asyncProperty(
      guardedCatalog,
      fc.constantFrom(...COVERAGE_ASPECTS),
      fc.nat(99),
      async (catalog, aspect, some) => {
        const { coverages, somebody } = await prepare(catalog);
        const { items, hiddenItems } = await coverages.uncovered(
          { aspect, limit: 100 },
          somebody,
        );
        fc.pre(items.length > 0);
        const { entityRef, title, owners } = items[some % items.length];
        const filtered = async (
          filters: Omit<UncoveredQuestion, 'aspect' | 'limit'>,
        ) => {
          const page = await coverages.uncovered(
            { aspect, limit: 100, ...filters },
            somebody,
          );
          expect(page.hiddenItems).toBe(hiddenItems);
          return page.items.map(item => item.entityRef);
        };
        const refs = (
          matches: (item: (typeof items)[number]) => boolean | undefined,
        ) => items.filter(matches).map(item => item.entityRef);

        const kind = entityRef.split(':')[0];
        expect(await filtered({ kind: kind.toUpperCase() })).toEqual(
          refs(item => item.entityRef.startsWith(`${kind}:`)),
        );
        const titled = title ?? 'nothing of the sort';
        expect(await filtered({ text: titled.toUpperCase() })).toEqual(
          refs(item => item.title?.includes(titled)),
        );
        const name = entityRef.split('/')[1];
        expect(await filtered({ text: name, kind })).toEqual([entityRef]);
        expect(await filtered({ type: 'none of these' })).toEqual([]);
        for (const owner of owners.filter(ref => !ref.startsWith('#'))) {
          expect(await filtered({ owner })).toEqual(
            refs(item => item.owners.includes(owner)),
          );
        }
        for (const hidden of catalog.hidden) {
          expect(await filtered({ owner: hidden })).toEqual([]);
        }
      },
    ),
    runs,
  );
});
