import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityCustomersCard } from '../../plugin';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import {
  READINESS,
  customer,
  customerEntity,
  deliveryToEnterprise,
  layersOfShop,
  responseError,
  shopEntity,
  supplied,
  team,
} from '../../__testUtils__/answers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';

const fact = async (label: string) =>
  (await screen.findByText(label)).nextSibling;

it('counts customers, names the first and says how ready the team is', async () => {
  await renderOnEntity(
    <EntityCustomersCard />,
    shopEntity,
    new FakeCustomerLayerApi({
      layers: layersOfShop({
        customers: [
          customer('gone', { exists: false }),
          ...['a', 'b', 'c', 'd'].map(name => customer(name)),
          { ...customer('x', { role: 'internal' }), customerRef: '#1' },
        ],
        operations: [team('sre', { readiness: READINESS })],
        supply: [supplied('db'), supplied('cache')],
      }),
    }),
  );
  expect(await fact('Economic customers (5)')).toHaveTextContent(
    /a.*b.*cand 2 more/,
  );
  expect(await fact('Internal customers (1)')).toHaveTextContent(
    'Confidential customer',
  );
  expect(await fact('Operations team')).toHaveTextContent(/sre · 2 of 4 ready/);
  expect(await fact('Rests on')).toHaveTextContent('2 entities');
  expect(
    screen.getByRole('link', { name: 'Customers and infrastructure' }),
  ).toHaveAttribute('href', '/catalog/default/component/web-shop/customers');
});

it('says that nothing is known', async () => {
  await renderOnEntity(
    <EntityCustomersCard />,
    shopEntity,
    new FakeCustomerLayerApi({
      layers: layersOfShop({
        operations: [team('web', { source: 'assumed' })],
      }),
    }),
  );
  expect(await fact('Economic customers (0)')).toHaveTextContent(
    'Nobody is known',
  );
  expect(await fact('Rests on')).toHaveTextContent('Nothing is known');
  expect(await fact('Operations team')).toHaveTextContent('assumed owner');
});

it('shows the delivery to a Customer', async () => {
  await renderOnEntity(
    <EntityCustomersCard />,
    customerEntity,
    new FakeCustomerLayerApi({
      delivery: deliveryToEnterprise({
        chain: [supplied('shop', { distance: 0 }), supplied('db')],
        operations: [
          { teamRef: 'group:default/weak', exists: true, readiness: READINESS },
        ],
        weakestTeam: 'group:default/weak',
      }),
    }),
  );
  expect(await fact('Served by')).toHaveTextContent('shop');
  expect(await fact('Rests on')).toHaveTextContent('1 entity');
  expect(await fact('Operations teams')).toHaveTextContent('1 operations team');
  expect(await fact('Weakest team')).toHaveTextContent('weak · 2 of 4 ready');
});

it('fails in one line, and tries again', async () => {
  await renderOnEntity(
    <EntityCustomersCard />,
    shopEntity,
    new FakeCustomerLayerApi({
      layers: layersOfShop(),
      failures: [await responseError(503, 'not yet')],
    }),
  );
  expect(
    await screen.findByText('The customer layer is being computed'),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Economic customers (0)')).toBeVisible();
});
