import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CustomerGraph,
  DerivationRules,
  GRAPH_ENTITY_FIELDS,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import stableStringify from 'fast-json-stable-stringify';
import { sortBy } from 'lodash';
import { untilAborted } from './untilAborted';

const PAGE_SIZE = 500;

const sha256 = (text: string) =>
  createHash('sha256').update(text).digest('base64url');

const digestOf = (entity: Entity) =>
  sha256(
    stableStringify({
      ...entity,
      relations: sortBy(entity.relations, ['type', 'targetRef']),
    }),
  );

// Sorted, because the catalog promises no order of reading.
const revisionOf = (digests: Iterable<string>) =>
  sha256([...digests].sort().join());

// Each page is awaited on its own, because a stream that hangs can't be told to end.
async function* pagesUntilAborted<Page>(
  pages: AsyncIterable<Page>,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await untilAborted(iterator.next(), signal);
    if (done) {
      return;
    }
    yield value;
  }
}

/**
 * Reads the whole catalog, as ourselves, and builds the graph of it.
 *
 * @returns the previous graph when the catalog has not changed since
 * @throws the reason of the signal, as soon as that is aborted, even if the catalog never answers
 */
export async function readGraph(options: {
  catalog: CatalogService;
  auth: AuthService;
  rules: DerivationRules;
  previous: CustomerGraph | undefined;
  /** When the reading begins: what the answers are as old as. */
  now: Date;
  signal: AbortSignal;
}): Promise<CustomerGraph> {
  const { catalog, auth, rules, previous, now, signal } = options;
  const builder = new GraphBuilder(rules);
  const digests = new Map<string, string>();

  const pages = catalog.streamEntities(
    { fields: GRAPH_ENTITY_FIELDS, pageSize: PAGE_SIZE },
    {
      credentials: await untilAborted(auth.getOwnServiceCredentials(), signal),
    },
  );
  for await (const page of pagesUntilAborted(pages, signal)) {
    for (const entity of page) {
      const ref = stringifyEntityRef(entity);
      // Pages move when the catalog changes in between, so that an entity may come twice.
      if (!digests.has(ref)) {
        digests.set(ref, digestOf(entity));
        builder.add(entity);
      }
    }
    // Requests that wait come before the next page.
    await setImmediate();
  }

  const revision = revisionOf(digests.values());
  return previous?.revision === revision
    ? previous
    : builder.build({ revision, builtAt: now.toISOString() });
}
