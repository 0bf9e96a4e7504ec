import {
  AnyApiFactory,
  configApiRef,
  createApiFactory,
} from '@backstage/core-plugin-api';
import {
  ScmAuth,
  ScmIntegrationsApi,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { CustomerIcon } from '@missing-layer/backstage-plugin-customer-layer';
import {
  CUSTOMER_LAYER_RELATION_PAIRS,
  CUSTOMER_LAYER_RELATIONS,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** The APIs that the app provides itself; those of the plugins come with them. */
export const apis: AnyApiFactory[] = [
  createApiFactory({
    api: scmIntegrationsApiRef,
    deps: { configApi: configApiRef },
    factory: ({ configApi }) => ScmIntegrationsApi.fromConfig(configApi),
  }),
  ScmAuth.createDefaultApiFactory(),
  createApiFactory({
    api: entityPresentationApiRef,
    deps: { catalogApi: catalogApiRef },
    factory: ({ catalogApi }) =>
      DefaultEntityPresentationApi.create({
        catalogApi,
        kindIcons: { Customer: CustomerIcon },
      }),
  }),
  // The catalog graph draws only the relations that it knows.
  createApiFactory({
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
];
