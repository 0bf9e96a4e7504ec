import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { assignmentsApiRef, auditApiRef } from '../api';
import { CustomerAuditPage } from '../plugin';
import { FakeAssignmentsApi } from './FakeAssignmentsApi';
import { FakeAuditApi } from './FakeAuditApi';

/** Renders the page of the audit as the classic frontend system does. */
export const renderAudit = (
  api: FakeAuditApi,
  search = '',
  assignmentsApi: FakeAssignmentsApi = new FakeAssignmentsApi({}),
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [auditApiRef, api],
        [assignmentsApiRef, assignmentsApi],
      ]}
    >
      <Routes>
        <Route path="/customer-audit" element={<CustomerAuditPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [`/customer-audit${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
