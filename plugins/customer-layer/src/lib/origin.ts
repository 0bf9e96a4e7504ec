import {
  CustomerSource,
  OperationsSource,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * Where a customer or an operations team of an entity comes from, as far as one sentence tells it; `steps` are the
 * refs that the sentence names, and `omitted` how many it leaves out between the last two.
 */
export type Origin = {
  source: CustomerSource | OperationsSource;
  steps: string[];
  omitted: number;
};

const NAMED = 2;

/**
 * Chooses what of a path is worth saying.
 *
 * @param path - from the entity itself to the one that declares
 */
export function originOf(
  source: Origin['source'],
  path: readonly string[],
): Origin {
  const beyond = path.slice(1);
  const last = beyond.slice(-1);
  switch (source) {
    case 'declared':
      return { source, steps: [], omitted: 0 };
    case 'inherited':
    case 'consumer':
    case 'assumed':
      return { source, steps: last, omitted: 0 };
    case 'part':
      return { source, steps: beyond.slice(0, 1), omitted: 0 };
    default:
      return beyond.length <= NAMED
        ? { source, steps: beyond, omitted: 0 }
        : {
            source,
            steps: [...beyond.slice(0, NAMED - 1), ...last],
            omitted: beyond.length - NAMED,
          };
  }
}

/** Whether the whole path says more than the sentence of {@link originOf}. */
export const isPathWorthShowing = (path: readonly string[]): boolean =>
  path.length > 2;
