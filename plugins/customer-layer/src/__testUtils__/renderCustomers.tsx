import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { customerLayerApiRef } from '../api';
import { CustomersPage } from '../plugin';
import { FakeCustomerLayerApi } from './FakeCustomerLayerApi';

/** Renders the page with all customers as the classic frontend system does. */
export const renderCustomers = (api: FakeCustomerLayerApi, search = '') =>
  renderInTestApp(
    <TestApiProvider apis={[[customerLayerApiRef, api]]}>
      <Routes>
        <Route path="/customers" element={<CustomersPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [`/customers${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
