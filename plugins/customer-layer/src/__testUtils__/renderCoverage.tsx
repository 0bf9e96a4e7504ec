import { Entity } from '@backstage/catalog-model';
import { entityRouteRef, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mockApis,
  TestApiProvider,
  renderInTestApp,
} from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { assignmentsApiRef, coverageApiRef } from '../api';
import { CustomerCoveragePage } from '../plugin';
import { groupEntity } from './answers';
import { FakeAssignmentsApi } from './FakeAssignmentsApi';
import { FakeCoverageApi } from './FakeCoverageApi';

/** Renders the page of coverage as the classic frontend system does; permissions that another test was answered are forgotten. */
export const renderCoverage = (options: {
  coverage: FakeCoverageApi;
  assignments?: FakeAssignmentsApi;
  search?: string;
  /** What the catalog holds beside a group. */
  entities?: Entity[];
  /** Names of permissions that one does not have. */
  denied?: string[];
}) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [coverageApiRef, options.coverage],
        [assignmentsApiRef, options.assignments ?? new FakeAssignmentsApi({})],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [groupEntity, ...(options.entities ?? [])],
          }),
        ],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: ({ permission }) =>
              options.denied?.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        ],
      ]}
    >
      <SWRConfig value={{ provider: () => new Map() }}>
        <Routes>
          <Route path="/customer-coverage" element={<CustomerCoveragePage />} />
        </Routes>
      </SWRConfig>
    </TestApiProvider>,
    {
      routeEntries: [`/customer-coverage${options.search ?? ''}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
