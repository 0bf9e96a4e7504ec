import { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { customerLayerApiRef } from '../api';
import { CustomerImpactPage } from '../plugin';
import { FakeCustomerLayerApi } from './FakeCustomerLayerApi';

/** Renders the impact explorer as the classic frontend system does. */
export const renderImpact = (
  api: FakeCustomerLayerApi,
  { search = '', entities = [] }: { search?: string; entities?: Entity[] } = {},
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [customerLayerApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
      ]}
    >
      <Routes>
        <Route path="/customer-impact" element={<CustomerImpactPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [`/customer-impact${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
