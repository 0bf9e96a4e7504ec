import { stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { isEqual, omit, pick } from 'lodash';
import { graphOf } from './__testUtils__/graphOf';
import { layersOver } from './__testUtils__/layersOver';
import {
  disorder,
  PlainMask,
  unordered,
  withoutIds,
} from './__testUtils__/PlainMask';
import { GuardedCatalog, guardedCatalog } from './__testUtils__/randomCatalog';
import {
  ask,
  byName,
  LISTS,
  Question,
  questions,
  viewerOf,
} from './__testUtils__/questions';
import { places } from './__testUtils__/places';
import { renaming } from './__testUtils__/renaming';
import { everybody } from './__testUtils__/viewers';
import { Lots } from './masking/lots';

jest.setTimeout(120_000);

const runs = { numRuns: 400, seed: 20261123 };

async function prepare(
  { entities, hidden }: GuardedCatalog,
  lots: Lots = byName,
) {
  const graph = graphOf(entities);
  return {
    layers: layersOver(graph, { drawLots: () => lots }),
    somebody: await viewerOf(graph, hidden),
    plain: new PlainMask(entities, entity =>
      hidden.has(stringifyEntityRef(entity)),
    ),
  };
}

describe('for any catalog, and whatever somebody may not read of it', () => {
  it('nothing names it, counts are right, and all else is as it is', async () => {
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(4), async (catalog, fifth) => {
        const { layers, somebody, plain } = await prepare(catalog);
        for (const asked of questions(catalog, fifth)) {
          const full = await ask(layers, everybody(), asked);
          const shown = await ask(layers, somebody, asked);
          expect(plain.leaks(JSON.stringify(shown))).toEqual([]);
          expect(disorder(shown)).toEqual([]);
          expect(unordered(shown)).toEqual(unordered(plain.mask(full)));
        }
      }),
      runs,
    );
  });

  it('pages make up the whole, and name no more than that', async () => {
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(99), async (catalog, some) => {
        const { layers, somebody, plain } = await prepare(catalog);
        const limit = 1 + (some % 3);
        const [asked] = questions(catalog, some);
        fc.pre(asked !== undefined);
        const whole = await ask(layers, somebody, asked);
        const lists: Record<string, unknown[]> = {};
        let cursor: string | undefined;
        do {
          const page = await ask(layers, somebody, asked, { limit, cursor });
          for (const list of LISTS[asked.question]) {
            const entries: unknown[] = Object(withoutIds(page))[list];
            expect(entries.length).toBeLessThanOrEqual(limit);
            expect(Object(page).totals?.[list] ?? entries.length).toBe(
              ['customers', 'teams'].includes(asked.question)
                ? entries.length
                : Object(whole)[list].length,
            );
            lists[list] = [...(lists[list] ?? []), ...entries];
          }
          cursor = Object(page).nextCursor;
          const inCursor = Buffer.from(cursor ?? '', 'base64url').toString();
          expect(plain.leaks(JSON.stringify(page) + inCursor)).toEqual([]);
        } while (cursor);
        expect(lists).toEqual(withoutIds(pick(whole, LISTS[asked.question])));
      }),
      runs,
    );
  });

  it('many are answered like each, and what is hidden as if it were not there', async () => {
    await fc.assert(
      fc.asyncProperty(guardedCatalog, async catalog => {
        const { layers, somebody } = await prepare(catalog);
        const refs = catalog.entities.map(entity => stringifyEntityRef(entity));
        const together: unknown[] = [];
        for await (const item of layers.layersByRefs(
          { entityRefs: refs },
          somebody,
        )) {
          together.push(item);
        }
        const alone: unknown[] = [];
        for (const ref of refs) {
          const asking = (question: Question) =>
            ask(layers, somebody, { question, entityRefs: [ref] });
          if (!catalog.hidden.has(ref)) {
            alone.push(await asking('layers'));
            continue;
          }
          alone.push(undefined);
          for (const question of ['layers', 'impact', 'delivery'] as const) {
            await expect(asking(question)).rejects.toMatchObject({
              name: 'NotFoundError',
              message: `The catalog has no "${ref}" that you may read. Check the spelling of kind, namespace and name`,
            });
          }
        }
        expect(withoutIds(together)).toEqual(withoutIds(alone));
      }),
      runs,
    );
  });

  it('other names for it change no place, and nothing at all unless they change a path', async () => {
    let alike = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(guardedCatalog, fc.nat(4), async (catalog, fifth) => {
        const { rename, renamed: other } = renaming(catalog);
        const first = await prepare(catalog);
        // The lots fall on the same entities as before.
        const second = await prepare(other, ref => byName(rename(ref)));
        for (const asked of questions(catalog, fifth)) {
          const shown = await ask(first.layers, first.somebody, asked);
          const again = await ask(second.layers, second.somebody, asked);
          expect(places(again)).toEqual(places(shown));
          const full = await ask(first.layers, everybody(), asked);
          const renamed = await ask(second.layers, everybody(), asked);
          const samePaths = isEqual(
            unordered(rename(omit(full, 'graph'))),
            unordered(omit(renamed, 'graph')),
          );
          all++;
          alike += samePaths ? 1 : 0;
          expect(samePaths ? omit(again, 'graph') : {}).toEqual(
            samePaths ? omit(shown, 'graph') : {},
          );
        }
      }),
      runs,
    );
    expect(alike).toBeGreaterThan(all / 2);
  });
});
