import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { auditApiRef } from '../api';
import { CustomerAuditPage } from '../plugin';
import { FakeAuditApi } from './FakeAuditApi';

/** Renders the page of the audit as the classic frontend system does. */
export const renderAudit = (api: FakeAuditApi, search = '') =>
  renderInTestApp(
    <TestApiProvider apis={[[auditApiRef, api]]}>
      <Routes>
        <Route path="/customer-audit" element={<CustomerAuditPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [`/customer-audit${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
