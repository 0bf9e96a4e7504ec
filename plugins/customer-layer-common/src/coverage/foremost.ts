import { Covered } from './covered';

// So many places are looked at in one step, beside what the walks visit.
const PLACES_PER_STEP = 2_000;

/**
 * The places whose coverage no other place's contains, and of several that cover the same the first one. In steps:
 * O(entities + relations).
 *
 * @remarks
 *
 * A place's coverage is contained in those of the containers that it inherits from, and in those of what depends on it.
 * A walk goes from each place to all that it contains, and leaves out what an earlier one came to: where it begins that
 * hasn't been come to yet, none of the earlier ones contains it. A second walk goes through these backwards, so that none of
 * the later ones does either.
 *
 * @param places - those that come first are taken first
 */
export function* foremostInSteps(
  { flood, marks }: Covered,
  places: readonly number[],
): Generator<undefined, number[]> {
  let left = places;
  for (const _ of ['forwards', 'backwards']) {
    const seen = marks.slice();
    yield undefined;
    const found: number[] = [];
    let looked = 0;
    for (const place of left) {
      looked++;
      if (looked % PLACES_PER_STEP === 0) {
        yield undefined;
      }
      if (!seen[flood.up(place)]) {
        found.push(place);
        yield* flood.inSteps([flood.up(place)], {
          marks: seen,
          dominated: true,
        });
      }
    }
    left = found.reverse();
  }
  return [...left];
}
