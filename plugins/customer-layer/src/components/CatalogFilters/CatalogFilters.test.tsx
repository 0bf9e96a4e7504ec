import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  EntityListPagination,
  EntityListProvider,
  entityPresentationApiRef,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomerLayerFilterPickers } from '../../plugin';
import { customerAuditRouteRef } from '../../routes';

const component = (
  name: string,
  relations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
  relations: Object.entries(relations).map(([type, targetRef]) => ({
    type,
    targetRef,
  })),
});

const entities = [
  component('shop', { hasEconomicCustomer: 'customer:default/shoppers' }),
  component('till', {
    hasInternalCustomer: 'customer:default/clerks',
    operatedBy: 'group:default/sre',
  }),
  component('lab', {}),
];

function Listed() {
  const { entities: shown } = useEntityList();
  return (
    <ul aria-label="Listed">
      {shown.map(entity => (
        <li key={stringifyEntityRef(entity)}>{entity.metadata.name}</li>
      ))}
    </ul>
  );
}

const renderFilters = (
  options: { pagination?: EntityListPagination; at?: string } = {},
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApiMock({ entities })],
        [entityPresentationApiRef, DefaultEntityPresentationApi.createLocal()],
      ]}
    >
      <EntityListProvider pagination={options.pagination}>
        <CustomerLayerFilterPickers />
        <Listed />
      </EntityListProvider>
    </TestApiProvider>,
    {
      routeEntries: [`/${options.at ?? ''}`],
      mountedRoutes: { '/audit': customerAuditRouteRef },
    },
  );

const listed = () =>
  within(screen.getByRole('list', { name: 'Listed' }))
    .queryAllByRole('listitem')
    .map(item => item.textContent);

it('lists what names nobody, where the list is whole', async () => {
  await renderFilters();
  await userEvent.click(
    await screen.findByRole('checkbox', { name: 'No operations team' }),
  );
  await waitFor(() => expect(listed()).toEqual(['lab', 'shop']));
  await userEvent.click(screen.getByRole('checkbox', { name: 'No customer' }));
  await waitFor(() => expect(listed()).toEqual(['lab']));
});

it('takes the choice from the address', async () => {
  await renderFilters({ at: '?filters[undeclared]=customer' });
  await waitFor(() => expect(listed()).toEqual(['lab']));
});

it('leads to the audit, where the list is read in pages', async () => {
  await renderFilters({ pagination: true });
  const links = await screen.findByRole('navigation', {
    name: 'Without, by the audit',
  });
  expect(
    within(links)
      .getAllByRole('link')
      .map(link => decodeURIComponent(link.getAttribute('href')!)),
  ).toEqual([
    '/audit?view=findings&filters[rule][0]=economic-customer&filters[rule][1]=serves-someone',
    '/audit?view=findings&filters[rule][0]=operations-team',
  ]);
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
});
