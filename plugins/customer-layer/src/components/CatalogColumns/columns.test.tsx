import { Entity } from '@backstage/catalog-model';
import { Table } from '@backstage/core-components';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { createCustomersColumn, createOperationsTeamColumn } from '.';
import { customerLayerApiRef } from '../../api';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import { customer, layersOfShop, team } from '../../__testUtils__/answers';

const row = (name: string, kind: string = 'Component') => ({
  id: name,
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
  } satisfies Entity,
});

async function renderTable(
  rows: ReturnType<typeof row>[],
  api: FakeCustomerLayerApi,
) {
  await renderInTestApp(
    <TestApiProvider apis={[[customerLayerApiRef, api]]}>
      <Table
        data={rows}
        columns={[
          { title: 'Name', field: 'id' },
          createCustomersColumn(),
          createOperationsTeamColumn(),
        ]}
      />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  const rowOf = async (name: string) => {
    const cell = await screen.findByRole('cell', { name });
    return within(cell.closest('tr')!).getAllByRole('cell').slice(1);
  };
  return rowOf;
}

it('tells of each row for whom it is and who operates it, with one question', async () => {
  const api = new FakeCustomerLayerApi({
    byRefs: {
      'component:default/shop': layersOfShop({
        customers: [
          customer('shoppers', { title: 'Retail shoppers' }),
          customer('x', { hidden: true, customerRef: '#1' }),
          customer('third'),
        ],
        operations: [team('sre'), team('web', { source: 'assumed' })],
        truncated: true,
        totals: { customers: 500 },
      }),
      'component:default/orphan': layersOfShop(),
      'group:default/sre': layersOfShop({ applicable: false }),
    },
  });
  const rowOf = await renderTable(
    [row('shop'), row('orphan'), row('sre', 'Group'), row('new')],
    api,
  );
  expect(
    await screen.findByRole('link', { name: 'Retail shoppers' }),
  ).toHaveAttribute('href', '/catalog/default/customer/shoppers');

  const texts = async (name: string) =>
    (await rowOf(name)).map(cell => cell.textContent);
  expect(await texts('shop')).toEqual([
    'Retail shoppersConfidential customerand 498 more',
    'sreweb (assumed)',
  ]);
  expect(await texts('orphan')).toEqual(['No customer', 'No operations team']);
  expect(await texts('sre')).toEqual(['', '']);
  expect(await texts('new')).toEqual(['', '']);
  expect(api.asked).toEqual([
    'component:default/shop,component:default/orphan,group:default/sre,component:default/new',
  ]);
});

it('says that it does not know', async () => {
  await renderTable(
    [row('shop')],
    new FakeCustomerLayerApi({ failures: [new Error('down')] }),
  );
  expect(await screen.findAllByText(/^Unknown: /)).toHaveLength(2);
});
