import { Entity } from '@backstage/catalog-model';
import { Delivery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, within } from '@testing-library/react';
import { EntityCustomersContent } from '../../plugin';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import {
  READINESS,
  READY,
  customerEntity,
  deliveryToEnterprise,
  supplied,
} from '../../__testUtils__/answers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';

const renderDelivery = (
  overrides: Partial<Delivery>,
  entity: Entity = customerEntity,
) =>
  renderOnEntity(
    <EntityCustomersContent />,
    entity,
    new FakeCustomerLayerApi({ delivery: deliveryToEnterprise(overrides) }),
  );

it('says who the customer is and what its delivery rests on', async () => {
  await renderDelivery({
    customers: ['customer:default/enterprise', '#1'],
    chain: [
      supplied('shop', {
        distance: 0,
        layer: 'application',
        delivery: {
          value: 'Shoes within a day',
          entryPoint: 'https://shop.example.com',
          confirmedOn: '2026-05-01',
        },
      }),
      supplied('db', { owners: ['group:default/data'] }),
    ],
    operations: [
      { teamRef: 'group:default/ready', exists: true, readiness: READY },
      { teamRef: 'group:default/weak', exists: true, readiness: READINESS },
    ],
    weakestTeam: 'group:default/weak',
  });

  expect(await screen.findByText('€4,200,000')).toBeVisible();
  expect(screen.getByText('Economic')).toBeVisible();
  expect(screen.getByText('1 of 4, the most critical')).toBeVisible();
  expect(screen.getByRole('link', { name: /99\.95 %/ })).toHaveAttribute(
    'href',
    'https://sla.example.com',
  );
  expect(screen.getByText('Confidential customer')).toBeVisible();
  expect(screen.getByRole('list', { name: 'Application' })).toHaveTextContent(
    /shop.*Shoes within a day.*Support: not given · .*Last confirmed: 2026-05-01/,
  );
  expect(screen.getByRole('link', { name: /^Entry point/ })).toHaveAttribute(
    'href',
    'https://shop.example.com',
  );
  expect(screen.getByRole('list', { name: 'Data' })).toHaveTextContent(
    /db.*Owner:.*data/,
  );
  const [weakest] = within(
    screen.getByRole('list', { name: 'Operations teams' }),
  ).getAllByRole('listitem');
  expect(weakest).toHaveTextContent('weakWeakest in this delivery');
  expect(screen.getAllByText('Weakest in this delivery')).toHaveLength(1);
});

it('says how to name a customer whom nothing serves', async () => {
  await renderDelivery({});
  expect(
    await screen.findByText(/^Nothing in the catalog names this customer/),
  ).toBeVisible();
  expect(
    await screen.findByText(/customer:default\/enterprise/, {
      selector: 'code *',
    }),
  ).toBeInTheDocument();
  expect(screen.getByText(/^No operations team is known/)).toBeVisible();
});

// eslint-disable-next-line no-script-url -- what must not become a link
it.each(['javascript:alert(1)', 'data:text/html,hi', 'ask Grace'])(
  'shows the agreement %s as text',
  async url => {
    await renderDelivery(
      {},
      { ...customerEntity, spec: { type: 'economic', sla: { url } } },
    );
    expect(await screen.findByText(url)).toBeVisible();
    expect(screen.queryByRole('link', { name: url })).not.toBeInTheDocument();
  },
);
