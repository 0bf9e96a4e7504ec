import { TeamOperations } from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, within } from '@testing-library/react';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import { groupEntity, READINESS } from '../../__testUtils__/answers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { EntityTeamContent } from '../../plugin';

const render = (overrides: Partial<TeamOperations>) =>
  renderOnEntity(
    <EntityTeamContent />,
    groupEntity,
    new FakeCustomerLayerApi({
      operations: {
        teamRef: 'group:default/web',
        exists: true,
        graph: { revision: 'r', builtAt: '2026-11-01T12:00:00Z' },
        operates: [],
        customerOf: [],
        truncated: false,
        ...overrides,
      },
    }),
  );

it('says what a team operates, how ready it is and what it is a customer of', async () => {
  await render({
    readiness: READINESS,
    operates: [
      {
        entityRef: 'resource:default/db',
        title: 'Orders',
        layer: 'data',
        source: 'inherited',
        leastTier: 1,
        exists: true,
      },
      {
        entityRef: '#1',
        layer: 'unclassified',
        source: 'assumed',
        exists: true,
        hidden: true,
      },
    ],
    customerOf: [
      {
        entityRef: 'api:default/payroll',
        layer: 'application',
        source: 'consumer',
        exists: true,
      },
    ],
  });
  const data = await screen.findByRole('list', { name: 'Data' });
  expect(data).toHaveTextContent('OrdersServes tier 1inherited');
  expect(within(data).getByRole('link', { name: 'Orders' })).toHaveAttribute(
    'href',
    '/catalog/default/resource/db',
  );
  expect(screen.getByRole('list', { name: 'Unclassified' })).toHaveTextContent(
    'Confidential entityassumed, because it is the owner',
  );
  expect(screen.getByText('1 of it serves customers of tier 1.')).toBeVisible();
  expect(screen.getByRole('list', { name: /^Readiness of/ })).toHaveTextContent(
    /Staffed.*Trained.*Equipped.*Managed/,
  );
  expect(screen.getByText('2 of 4 pillars pass')).toBeVisible();
  expect(screen.getByRole('list', { name: 'Customer of' })).toHaveTextContent(
    /payroll.*Application · uses it/,
  );
});

it('says what it means that a team operates and consumes nothing', async () => {
  await render({});
  expect(
    await screen.findByText(/^It is not known to keep anything running/),
  ).toBeVisible();
  expect(
    await screen.findByText(/operations-team: group:default\/web/, {
      selector: 'code *',
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/^It is not an internal customer of anything/),
  ).toBeVisible();
});
