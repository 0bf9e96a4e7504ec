import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Lots } from '../masking/lots';
import { LISTS as ANSWER_LISTS } from '../masking/masking';
import { CustomerLayers } from '../services/CustomerLayers';
import { parsePageCursor } from '../services/sortedPage';
import { parseListsCursor } from '../services/listsPage';
import { Viewer, Viewers } from '../services/Viewers';
import { GuardedCatalog } from './randomCatalog';
import { turn } from './viewers';

/** Asks the catalog, which may be read but for what is hidden, through everything that stands between. */
export const viewerOf = (
  graph: CustomerGraph,
  hidden: ReadonlySet<string>,
): Promise<Viewer> =>
  new Viewers({
    catalog: catalogServiceMock.mock({
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          graph.exists(ref) && !hidden.has(ref)
            ? { apiVersion: 'a', kind: 'b', metadata: { name: ref } }
            : undefined,
        ),
      }),
    }),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: { rule: 'X', resourceType: 'catalog-entity', params: {} },
        },
      ],
    }),
    logger: mockServices.logger.mock(),
  }).viewerOf(mockCredentials.user(), turn());

/** Lots as good as any, and the same for the same name. */
export const byName: Lots = ref =>
  (parseInt(ref.split('/')[1], 36) * 7919) % 104729;

/** The lists of each answer that are given in pages. */
export const LISTS = {
  ...ANSWER_LISTS,
  customers: ['items'],
  teams: ['items'],
} as const;

export type Question =
  | 'layers'
  | 'impact'
  | 'delivery'
  | 'operations'
  | 'customers'
  | 'teams';
export type Asked = { question: Question; entityRefs: string[] };

/** A fifth of all that can be asked about a catalog, of what may be read. */
export function questions(
  { entities, hidden }: GuardedCatalog,
  fifth: number,
): Asked[] {
  const open = entities.filter(
    entity => !hidden.has(stringifyEntityRef(entity)),
  );
  const refs = open.map(entity => stringifyEntityRef(entity));
  const customers = refs.filter(ref => ref.startsWith('customer:'));
  const all: Asked[] = [
    ...refs.map(ref => ({ question: 'layers' as const, entityRefs: [ref] })),
    ...refs.map((_, i) => ({
      question: 'impact' as const,
      entityRefs: refs.slice(i, i + 1 + (i % 3)),
    })),
    ...customers.map(ref => ({
      question: 'delivery' as const,
      entityRefs: [ref],
    })),
    ...refs
      .filter(ref => /^(group|user):/.test(ref))
      .map(ref => ({ question: 'operations' as const, entityRefs: [ref] })),
    { question: 'customers', entityRefs: [] },
    { question: 'teams', entityRefs: [] },
  ];
  return all.filter((_, i) => i % 5 === fifth % 5);
}

/** Asks a question, as far as the first page or the one that a cursor gets. */
export function ask(
  layers: CustomerLayers,
  viewer: Viewer,
  { question, entityRefs }: Asked,
  { limit, cursor }: { limit?: number; cursor?: string } = {},
): Promise<object> {
  const [entityRef] = entityRefs;
  if (question === 'customers' || question === 'teams') {
    const position = cursor ? parsePageCursor(cursor) : undefined;
    return layers[question](
      { limit: limit ?? 1000, position, sort: 'ref' },
      viewer,
    );
  }
  const page = {
    limit,
    position: cursor ? parseListsCursor(cursor) : undefined,
  };
  return question === 'impact'
    ? layers.impact({ entityRefs, page }, viewer)
    : layers[question]({ entityRef, page }, viewer);
}
