import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import {
  iconsApiRef,
  PageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import customerLayerPlugin, { customerIconsModule } from './alpha';
import { assignmentsApiRef, auditApiRef, customerLayerApiRef } from './api';
import { FakeAssignmentsApi } from './__testUtils__/FakeAssignmentsApi';
import { saidOfShop } from './__testUtils__/assignAnswers';
import { FakeAuditApi } from './__testUtils__/FakeAuditApi';
import { FakeCustomerLayerApi } from './__testUtils__/FakeCustomerLayerApi';
import {
  customer,
  customerEntity,
  DB,
  groupEntity,
  impactOfDb,
  layersOfShop,
  shopEntity,
} from './__testUtils__/answers';
import {
  entityFinding,
  findingsOfShop,
  listed,
  summaryOf,
} from './__testUtils__/auditAnswers';

const CARD = 'entity-card:customer-layer/customers';
const CONTENT = 'entity-content:customer-layer/customers';
const READINESS = 'entity-card:customer-layer/readiness';
const PAGE = 'page:customer-layer';

const auditApi = () =>
  new FakeAuditApi({
    summary: summaryOf(),
    findings: () => ({ items: [listed('till')], totalItems: 1 }),
    entityFindings: findingsOfShop({
      items: [entityFinding('team-staffed', { message: '1 member' })],
    }),
  });

const renderExtension = (
  id: typeof CARD | typeof CONTENT | typeof READINESS,
  entity = shopEntity,
) =>
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      customerLayerPlugin.getExtension(id),
    ],
    apis: [
      [
        customerLayerApiRef,
        new FakeCustomerLayerApi({
          layers: layersOfShop({ customers: [customer('shoppers')] }),
        }),
      ],
      [auditApiRef, auditApi()],
      [
        assignmentsApiRef,
        new FakeAssignmentsApi({ assignments: saidOfShop() }),
      ],
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
    ],
  });

it('has a tab', async () => {
  renderExtension(CONTENT);
  expect(
    await screen.findByRole('list', {
      name: 'Declarations in force, and who made them',
    }),
  ).toHaveTextContent('Economic customersshopperscatalog file');
  expect(
    await screen.findByRole('list', { name: 'Economic customers' }),
  ).toHaveTextContent('shoppers');
});

it('has a card', async () => {
  renderExtension(CARD);
  expect(await screen.findByText('Economic customers (1)')).toBeInTheDocument();
});

it('has a card for groups', async () => {
  renderExtension(READINESS, groupEntity);
  expect(
    await screen.findByRole('list', { name: 'Readiness' }),
  ).toHaveTextContent('StaffedWarning1 member');
});

it('has a page for the audit, with its filters in its address', async () => {
  renderTestApp({
    extensions: [customerLayerPlugin.getExtension(PAGE)],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [
      '/customer-audit?view=findings&filters[state][0]=any',
    ],
    apis: [
      [auditApiRef, auditApi()],
      [assignmentsApiRef, new FakeAssignmentsApi({})],
    ],
  });
  expect(
    await screen.findByRole('table', { name: 'Findings' }),
  ).toHaveTextContent('It has no entry point');
  expect(screen.getByRole('button', { name: /^State/ })).toHaveTextContent(
    'Any',
  );
});

it('has an item in the menu of what may fail, and a page that it leads to', async () => {
  const shown = createExtensionTester(
    customerLayerPlugin.getExtension(
      'entity-context-menu-item:customer-layer/impact',
    ),
  ).get(EntityContextMenuItemBlueprint.dataRefs.filterFunction);
  expect(shown?.(shopEntity)).toBe(true);
  expect(shown?.(customerEntity)).toBe(false);
  expect(shown?.(groupEntity)).toBe(false);

  renderTestApp({
    extensions: [
      customerLayerPlugin.getExtension('page:customer-layer/impact'),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/customer-impact?entity=${DB}`],
    apis: [
      [
        customerLayerApiRef,
        new FakeCustomerLayerApi({ impact: () => impactOfDb() }),
      ],
      [catalogApiRef, catalogApiMock()],
    ],
  });
  expect(await screen.findByRole('status')).toHaveTextContent(
    'No customer is known to be hit',
  );
});

it.each([
  ['customers', 'Nobody is known to be served yet'],
  ['operations-teams', 'Nobody is known to operate anything yet'],
] as const)('has a page for %s', async (name, text) => {
  const page = {
    graph: { revision: 'r', builtAt: '2026-11-01T12:00:00Z' },
    items: [],
    totalItems: 0,
  };
  renderTestApp({
    extensions: [
      customerLayerPlugin.getExtension(`page:customer-layer/${name}`),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/${name}`],
    apis: [
      [
        customerLayerApiRef,
        new FakeCustomerLayerApi({ customers: () => page, teams: () => page }),
      ],
    ],
  });
  expect(await screen.findByText(text)).toBeVisible();
});

it.each([
  [CARD, EntityCardBlueprint.dataRefs.filterFunction],
  [CONTENT, EntityContentBlueprint.dataRefs.filterFunction],
] as const)('%s stays away from kinds without customers', (id, filter) => {
  const isShownOn = createExtensionTester(
    customerLayerPlugin.getExtension(id),
  ).get(filter);
  expect(isShownOn?.(shopEntity)).toBe(true);
  expect(isShownOn?.(customerEntity)).toBe(true);
  expect(isShownOn?.({ ...shopEntity, kind: 'Group' })).toBe(false);
});

it('gives an app an icon for the kind Customer, if asked to', async () => {
  const Icons = () => (
    <figure>{useApi(iconsApiRef).icon('kind:customer') ?? 'none'}</figure>
  );
  const page = PageBlueprint.make({
    params: { path: '/', loader: async () => <Icons /> },
  });
  const { unmount } = renderTestApp({ extensions: [page] });
  expect(await screen.findByRole('figure')).toHaveTextContent('none');
  unmount();
  renderTestApp({ extensions: [page], features: [customerIconsModule] });
  const figure = await screen.findByRole('figure');
  expect(figure.querySelector('svg')).toBeInTheDocument();
});
