import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  CUSTOMER_LAYER_RELATION_PAIRS,
  CUSTOMER_LAYER_RELATIONS,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Teaches the catalog graph the relations of the customer layer; it draws only those that it knows. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              defaultRelationTypes: { exclude: [] },
              knownRelations: [...ALL_RELATIONS, ...CUSTOMER_LAYER_RELATIONS],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                ...CUSTOMER_LAYER_RELATION_PAIRS,
              ],
            }),
        }),
    }),
  ],
});
