import {
  EntityLayers,
  Impact,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { Distances, LevelByLevel } from './levelByLevel';
import { PortalProcess, Question } from './PortalProcess';
import { impactInSql, layersInSql } from './recursiveSql';
import { checkSame } from './report';

/** What a way of asking finds; without distances where it has none. */
export type Found = {
  reached: string[];
  customers: string[];
  truncated?: boolean;
};

const withDistance = (distances: Distances) =>
  Array.from(distances, ([ref, distance]) => `${ref} ${distance}`);

const withoutDistance = (list: string[]) => [
  ...new Set(list.map(text => text.split(' ')[0])),
];

/** What stands in an answer of the customer layer. */
export function foundInAnswer(text: string): Found {
  const answer: EntityLayers | Impact = JSON.parse(text);
  const reached = 'supply' in answer ? answer.supply : answer.affected;
  return {
    reached: reached.map(one => `${one.entityRef} ${one.distance}`),
    customers: answer.customers
      .filter(({ role }) => role === 'economic')
      .map(({ customerRef, distance }) => `${customerRef} ${distance}`),
    truncated: answer.truncated,
  };
}

/** Asks the stock API of the catalog, level by level. */
export async function askCatalog(
  portal: PortalProcess,
  question: Question,
  ref: string,
): Promise<Found> {
  const asking = new LevelByLevel(refs => portal.entities(refs));
  const { affected, customers } = await asking.impact(ref);
  return {
    reached: withDistance(
      question === 'layers' ? await asking.supply(ref) : affected,
    ),
    customers: withDistance(customers),
  };
}

/** Asks PostgreSQL, with one recursive query. */
export async function askDatabase(
  knex: Knex,
  question: Question,
  ref: string,
): Promise<Found> {
  const { supply, affected, customers } = await (question === 'layers'
    ? layersInSql
    : impactInSql)(knex, ref);
  return { reached: [...supply, ...affected], customers };
}

/**
 * Checks that another way finds the same; answers that were cut are passed over.
 *
 * @param theirs - what it finds, of the first of the refs
 * @returns how many answers were compared
 */
export function checkAnswers(
  refs: readonly string[],
  ours: readonly Found[],
  { theirs, distances }: { theirs: readonly Found[]; distances: boolean },
): number {
  let checked = 0;
  theirs.forEach((found, i) => {
    if (!ours[i].truncated) {
      checked++;
      for (const list of ['reached', 'customers'] as const) {
        const expected = distances
          ? [...ours[i][list]]
          : withoutDistance(ours[i][list]);
        checkSame(
          `"${refs[i]}" (${list})`,
          expected.sort(),
          [...found[list]].sort(),
        );
      }
    }
  });
  return checked;
}
