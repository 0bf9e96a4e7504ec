import { AssignmentAnswer } from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AssignmentsAnswers,
  FakeAssignmentsApi,
} from '../../__testUtils__/FakeAssignmentsApi';
import { FakeAuditApi } from '../../__testUtils__/FakeAuditApi';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import { SHOP, layersOfShop, shopEntity } from '../../__testUtils__/answers';
import {
  change,
  doesAsAsked,
  saidOfShop,
} from '../../__testUtils__/assignAnswers';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { EntityCustomersContent } from '../EntityCustomersContent';

const AT = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000).toISOString();

const SAID = saidOfShop({
  declarations: [
    {
      key: 'economicCustomers',
      candidates: [
        { source: 'file', value: 'shoppers' },
        { source: 'portal', value: 'merchants' },
        { source: 'rule:retail', value: 'customer:default/crowd' },
      ],
    },
    {
      key: 'operationsTeam',
      candidates: [{ source: 'portal', value: 'none' }],
    },
    { key: 'layer', candidates: [{ source: 'alias:tier', value: 'data' }] },
  ],
  portal: [
    {
      key: 'economicCustomers',
      value: 'merchants',
      by: 'user:default/amara',
      at: AT,
      reason: 'They sell there.',
      changeId: 'c1',
    },
    {
      key: 'operationsTeam',
      value: 'none',
      by: 'user:default/amara',
      at: AT,
      changeId: 'c2',
    },
  ],
});

async function renderTab(answers: AssignmentsAnswers) {
  const api = new FakeAssignmentsApi({ assign: doesAsAsked, ...answers });
  const layers = new FakeCustomerLayerApi({ layers: layersOfShop() });
  await renderOnEntity(
    <EntityCustomersContent />,
    shopEntity,
    layers,
    new FakeAuditApi({}),
    api,
  );
  return { api, layers };
}

const said = async () => {
  const list = await screen.findByRole('list', {
    name: 'Declarations in force, and who made them',
  });
  return within(list).getAllByRole('listitem');
};

it('says of each declaration who made it, and who is not heard', async () => {
  await renderTab({ assignments: SAID });
  const [customers, operations, layer] = await said();
  expect(customers).toHaveTextContent(
    'Economic customersshopperscatalog fileNot heard: portal says merchantsassigned in the portal by amara, 3 days ago: “They sell there.”Not heard: rule retail says crowdTake back',
  );
  expect(operations).toHaveTextContent(
    'Operations teamExplicitly nobodyassigned in the portal by amara, 3 days agoTake back',
  );
  expect(layer).toHaveTextContent(/^LayerDataalias tier$/);
});

it('takes back what the portal says, and looks until the catalog shows it', async () => {
  const { api, layers } = await renderTab({ assignments: SAID });
  await said();
  const asked = layers.asked.length;
  await userEvent.click(
    screen.getByRole('button', { name: 'Take back Operations team' }),
  );
  expect(
    await screen.findByText('The catalog takes it up within seconds.'),
  ).toBeVisible();
  expect(api.told).toContainEqual([
    'assign',
    { items: [{ entityRef: SHOP, declarations: { operationsTeam: null } }] },
  ]);
  // The catalog of this test says nothing of a team, which is what is waited for.
  await waitFor(
    () =>
      expect(
        screen.queryByText('The catalog takes it up within seconds.'),
      ).not.toBeInTheDocument(),
    { timeout: 5_000 },
  );
  expect(layers.asked.length).toBeGreaterThan(asked);
});

it('fills in what the portal says already', async () => {
  await renderTab({ assignments: SAID });
  await said();
  await userEvent.click(screen.getAllByRole('button', { name: 'Assign' })[0]);
  const dialog = await screen.findByRole('dialog');
  expect(
    within(dialog).getByLabelText('Operations team: Nobody, and that is right'),
  ).toBeChecked();
  expect(within(dialog).getByText('merchants')).toBeVisible();
});

it('keeps to looking where one may not assign', async () => {
  await renderTab({ assignments: { ...SAID, mayAssign: false } });
  await said();
  expect(
    screen.queryByRole('button', { name: /^(Assign|Take back)/ }),
  ).not.toBeInTheDocument();
  expect(screen.getByText(/You may not assign anything to it/)).toBeVisible();
});

it('stays out of the way where nothing can be assigned', async () => {
  const { layers } = await renderTab({});
  await waitFor(() => expect(layers.asked).toEqual([SHOP]));
  await screen.findByText('Layer cake').catch(() => {});
  expect(screen.queryByText('Who says so')).not.toBeInTheDocument();
});

it('tells the history, undoes with one click, and says what could not be', async () => {
  const undone: AssignmentAnswer = {
    items: [
      {
        entityRef: SHOP,
        result: 'refused',
        message: 'Amara changed it since.',
        declarations: [],
      },
    ],
  };
  const { api } = await renderTab({
    assignments: SAID,
    changes: [
      change(),
      change({ id: 'c0', undoneBy: 'c9', reason: undefined, hiddenItems: 2 }),
    ],
    undo: () => undone,
  });
  await said();
  await userEvent.click(screen.getByRole('button', { name: 'History' }));
  const list = await screen.findByRole('list', {
    name: 'Changes, the newest first',
  });
  expect(list).toHaveTextContent(
    'amara, 2 days agoUndo“She pays.”Operations team: web → Explicitly nobody',
  );
  expect(list).toHaveTextContent(
    'undoneOperations team: web → Explicitly nobody2 more are on entities that you may not read.',
  );
  await userEvent.click(within(list).getByRole('button', { name: /^Undo/ }));
  expect(
    await screen.findByText('Nothing was undone: Amara changed it since.'),
  ).toBeVisible();
  expect(api.told).toContainEqual(['undo', 'c1']);

  api.answers.undo = () => doesAsAsked({ items: [] });
  await userEvent.click(within(list).getByRole('button', { name: /^Undo/ }));
  expect(await screen.findByText('Undone.')).toBeVisible();
});
