import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import customerLayerPlugin from './alpha';
import { customerLayerApiRef } from './api';
import { FakeCustomerLayerApi } from './__testUtils__/FakeCustomerLayerApi';
import {
  customer,
  customerEntity,
  layersOfShop,
  shopEntity,
} from './__testUtils__/answers';

const CARD = 'entity-card:customer-layer/customers';
const CONTENT = 'entity-content:customer-layer/customers';

const renderExtension = (id: typeof CARD | typeof CONTENT) =>
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: shopEntity }),
      customerLayerPlugin.getExtension(id),
    ],
    apis: [
      [
        customerLayerApiRef,
        new FakeCustomerLayerApi({
          layers: layersOfShop({ customers: [customer('shoppers')] }),
        }),
      ],
    ],
  });

it('has a tab', async () => {
  renderExtension(CONTENT);
  expect(
    await screen.findByRole('list', { name: 'Economic customers' }),
  ).toHaveTextContent('shoppers');
});

it('has a card', async () => {
  renderExtension(CARD);
  expect(await screen.findByText('Economic customers (1)')).toBeInTheDocument();
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
