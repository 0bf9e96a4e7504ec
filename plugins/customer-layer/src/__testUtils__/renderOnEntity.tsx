import { Entity } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { ReactElement } from 'react';
import { assignmentsApiRef, auditApiRef, customerLayerApiRef } from '../api';
import { FakeAssignmentsApi } from './FakeAssignmentsApi';
import { FakeAuditApi } from './FakeAuditApi';
import { FakeCustomerLayerApi } from './FakeCustomerLayerApi';

/** Renders something as on the page of an entity in the classic frontend system. */
export const renderOnEntity = (
  element: ReactElement,
  entity: Entity,
  api: FakeCustomerLayerApi,
  auditApi: FakeAuditApi = new FakeAuditApi({}),
  assignmentsApi: FakeAssignmentsApi = new FakeAssignmentsApi({}),
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [customerLayerApiRef, api],
        [auditApiRef, auditApi],
        [assignmentsApiRef, assignmentsApi],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
