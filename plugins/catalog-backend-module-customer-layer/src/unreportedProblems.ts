import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { Problem } from '@missing-layer/backstage-plugin-customer-layer-common';

const CACHE_KEY = 'reportedProblems';

const identityOf = ({ code, annotation, value }: Problem) =>
  JSON.stringify([code, annotation, value]);

/**
 * The problems of an entity that the previous run over it did not have. All of them count as reported from now on.
 *
 * @remarks
 *
 * The catalog runs over every entity every few minutes, and a log that says the same each time is a log that nobody
 * reads. The cache belongs to one processor and one entity, and lies in the catalog's database, so a restart or a
 * second instance does not say it again either. The catalog drops it after a few runs that end in an error.
 */
export async function unreportedProblems(
  problems: readonly Problem[],
  cache: CatalogProcessorCache,
): Promise<Problem[]> {
  const reported = new Set(await cache.get<string[]>(CACHE_KEY));
  // What is not written again is only promised to last for one more run.
  if (problems.length || reported.size) {
    await cache.set(CACHE_KEY, problems.map(identityOf));
  }
  return problems.filter(problem => !reported.has(identityOf(problem)));
}
