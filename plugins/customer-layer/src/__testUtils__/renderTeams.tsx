import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { customerLayerApiRef } from '../api';
import { OperationsTeamsPage } from '../plugin';
import { FakeCustomerLayerApi } from './FakeCustomerLayerApi';

/** Renders the page with all operations teams as the classic frontend system does. */
export const renderTeams = (api: FakeCustomerLayerApi, search = '') =>
  renderInTestApp(
    <TestApiProvider apis={[[customerLayerApiRef, api]]}>
      <Routes>
        <Route path="/operations-teams" element={<OperationsTeamsPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [`/operations-teams${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
