import { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { AssignmentRequest } from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AssignmentsAnswers,
  FakeAssignmentsApi,
} from '../../__testUtils__/FakeAssignmentsApi';
import {
  SHOP,
  customerEntity,
  responseError,
} from '../../__testUtils__/answers';
import { doesAsAsked } from '../../__testUtils__/assignAnswers';
import { assignmentsApiRef } from '../../api';
import { AssignDialog, AssignDialogProps } from '.';

const TILL = 'component:default/till';
const GATE = 'component:shops/gate';

const retail: Entity = {
  ...customerEntity,
  metadata: { name: 'retail', namespace: 'default', title: 'Retail shoppers' },
};

async function renderDialog(
  answers: AssignmentsAnswers,
  props: Partial<AssignDialogProps> = {},
) {
  const api = new FakeAssignmentsApi({ assign: doesAsAsked, ...answers });
  const onAssigned = jest.fn();
  const onClose = jest.fn();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [assignmentsApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [customerEntity, retail] })],
      ]}
    >
      <AssignDialog
        entityRefs={[SHOP]}
        onClose={onClose}
        onAssigned={onAssigned}
        {...props}
      />
    </TestApiProvider>,
  );
  return { api, onAssigned, onClose };
}

const click = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

const write = async (label: string, text: string) => {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};

const preview = () => click('See what would happen');

const rows = async () => {
  const table = await screen.findByRole('table', {
    name: 'What becomes of each entity',
  });
  return within(table).getAllByRole('row').slice(1);
};

it('asks for customers by their titles, and for what can be read', async () => {
  const { api } = await renderDialog({});
  expect(screen.getByRole('dialog')).toHaveAccessibleName('Assign to web-shop');
  await preview();
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Choose something to assign first.',
  );

  await write('Economic customers', 'shoppers');
  const found = await screen.findByRole('listbox');
  await waitFor(() =>
    expect(within(found).queryByText(/^enterprise/)).not.toBeInTheDocument(),
  );
  await userEvent.click(within(found).getByText(/^Retail shoppers/));
  await userEvent.click(
    screen.getByLabelText('Internal customers: Nobody, and that is right'),
  );
  await click('More declarations');
  await write('Support', 'help');
  expect(screen.getByText(/"help" is not a full URL/)).toBeVisible();
  await preview();
  expect(api.told).toEqual([]);
  await write('Support', 'https://help.example.com');
  await write('Reason', ' They pay. ');
  await preview();
  await rows();
  expect(api.told).toEqual([
    [
      'preview',
      {
        items: [
          {
            entityRef: SHOP,
            declarations: {
              economicCustomers: 'customer:default/retail',
              internalCustomers: 'none',
              support: 'https://help.example.com',
            },
          },
        ],
        reason: 'They pay.',
        preview: true,
      },
    ],
  ]);
});

it('shows what would happen, does it and takes it back', async () => {
  const { api, onAssigned, onClose } = await renderDialog(
    {
      undo: () => ({
        items: [{ entityRef: SHOP, result: 'assigned', declarations: [] }],
      }),
    },
    { initial: { economicCustomers: 'retail', internalCustomers: 'none' } },
  );
  await preview();
  const [row] = await rows();
  expect(row).toHaveTextContent(
    'web-shopTakes effectEconomic customersNothingInternal customersNothingEconomic customersretailportalInternal customersExplicitly nobodyportal',
  );
  expect(screen.getByRole('status')).toHaveTextContent('1 would be assigned');
  expect(onAssigned).not.toHaveBeenCalled();
  // Who hears the page is told where they are.
  expect(document.activeElement).toHaveTextContent('Step 2 of 3');

  await click('Back');
  await preview();
  await rows();
  await click('Assign to 1 entity');
  expect(await screen.findByText('1 assigned')).toBeVisible();
  expect(api.told.at(-1)).toEqual([
    'assign',
    {
      items: [
        {
          entityRef: SHOP,
          declarations: {
            economicCustomers: 'retail',
            internalCustomers: 'none',
          },
        },
      ],
    },
  ]);
  expect(onAssigned).toHaveBeenCalledWith(
    expect.objectContaining({ changeId: 'c7' }),
  );

  await click('Undo this change');
  expect(await screen.findByText('1 put back')).toBeVisible();
  expect(api.told.at(-1)).toEqual(['undo', 'c7']);
  expect(onAssigned).toHaveBeenCalledTimes(2);
  await click('Close');
  expect(onClose).toHaveBeenCalled();
});

it('says where git wins and what it says, what is refused and why, and what is so already', async () => {
  const customers = (entityRef: string) => `customer:default/of-${entityRef}`;
  await renderDialog(
    {
      assign: () => ({
        items: [
          {
            entityRef: 'api:default/orders',
            result: 'unchanged',
            declarations: [],
          },
          {
            entityRef: TILL,
            result: 'assigned',
            declarations: [
              {
                key: 'operationsTeam',
                before: { source: 'file', value: 'sre' },
                after: { source: 'file', value: 'sre' },
                inEffect: false,
              },
              {
                key: 'layer',
                after: { source: 'portal', value: 'data' },
                inEffect: true,
              },
            ],
          },
          {
            entityRef: GATE,
            result: 'refused',
            message: 'You may not assign to it. Ask its owner.',
            declarations: [],
          },
          {
            entityRef: SHOP,
            result: 'assigned',
            declarations: [
              {
                key: 'economicCustomers',
                before: { source: 'rule:retail', value: customers('x') },
                after: { source: 'portal', value: customers('y') },
                inEffect: true,
              },
            ],
          },
        ],
      }),
    },
    {
      entityRefs: ['api:default/orders', TILL, GATE, SHOP],
      initial: { operationsTeam: 'group:default/web' },
      adds: false,
    },
  );
  expect(screen.getByRole('dialog')).toHaveAccessibleName(
    'Assign to 4 entities',
  );
  await preview();
  const [refused, overruled, assigned, unchanged] = await rows();
  expect(refused).toHaveTextContent(
    'gateRefusedYou may not assign to it. Ask its owner.',
  );
  expect(overruled).toHaveTextContent(
    /^tillPartly heard.*Operations teamsrecatalog fileThe catalog file wins\. To change Operations team.*LayerDataportal$/,
  );
  expect(assigned).toHaveTextContent(/of-xrule retail.*of-yportal$/);
  expect(unchanged).toHaveTextContent('ordersUnchanged');
  expect(screen.getByRole('status')).toHaveTextContent(
    '1 would be refused · 1 where something else goes on to hold · 1 would be assigned · 1 is so already',
  );
});

it('adds to those who are named already, except where the file names them', async () => {
  const { api } = await renderDialog(
    {
      assign: request =>
        request.preview
          ? {
              items: request.items.map(({ entityRef }) => ({
                entityRef,
                result: 'assigned',
                declarations: [
                  {
                    key: 'economicCustomers',
                    before: {
                      source: entityRef === TILL ? 'file' : 'rule:retail',
                      value: 'merchants',
                    },
                    inEffect: true,
                  },
                ],
              })),
            }
          : doesAsAsked(request),
    },
    {
      entityRefs: [SHOP, TILL, GATE],
      initial: { economicCustomers: 'customer:default/retail' },
      only: ['economicCustomers'],
    },
  );
  expect(screen.queryByText('More declarations')).not.toBeInTheDocument();
  expect(screen.queryByText('Operations team')).not.toBeInTheDocument();
  await preview();
  await rows();
  await click('Assign to 3 entities');
  await waitFor(() => expect(api.told.at(-1)?.[0]).toBe('assign'));
  expect(api.told.at(-1)?.[1]).toEqual({
    items: [
      [SHOP, 'customer:default/merchants, customer:default/retail'],
      [TILL, 'customer:default/retail'],
      [GATE, 'customer:shops/merchants, customer:default/retail'],
    ].map(([entityRef, economicCustomers]) => ({
      entityRef,
      declarations: { economicCustomers },
    })),
  });
});

it('gives each entity what means something on it, and long lists piece by piece', async () => {
  const groups = Array.from({ length: 60 }, (_, i) => `group:default/g${i}`);
  const { api } = await renderDialog(
    {},
    {
      entityRefs: [SHOP, ...groups],
      initial: { stage: 'back-stage', layer: 'data' },
      adds: false,
    },
  );
  await preview();
  expect(await rows()).toHaveLength(20);
  await click('Show 41 more');
  expect(await rows()).toHaveLength(61);
  const { items } = api.told[0][1] as AssignmentRequest;
  expect(items.slice(0, 2)).toEqual([
    { entityRef: SHOP, declarations: { layer: 'data' } },
    { entityRef: 'group:default/g0', declarations: { stage: 'back-stage' } },
  ]);
});

it('takes back what somebody clears, and leaves alone what stays', async () => {
  const { api } = await renderDialog(
    {},
    { present: { layer: 'data', economicCustomers: 'retail' } },
  );
  await preview();
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Choose something to assign first.',
  );
  screen.getByLabelText('Economic customers').focus();
  await userEvent.keyboard('{Backspace}');
  await preview();
  const [row] = await rows();
  expect(row).toHaveTextContent('Economic customersNothing');
  expect(api.told).toEqual([
    [
      'preview',
      {
        items: [{ entityRef: SHOP, declarations: { economicCustomers: null } }],
        preview: true,
      },
    ],
  ]);
});

it('says why nothing can be done, in the words of the server', async () => {
  const { api } = await renderDialog(
    {
      assign: () => ({
        items: [
          {
            entityRef: SHOP,
            result: 'refused',
            message: 'No.',
            declarations: [],
          },
        ],
      }),
    },
    { initial: { layer: 'data' } },
  );
  await preview();
  await rows();
  expect(screen.getByRole('button', { name: /^Assign to/ })).toBeDisabled();
  expect(screen.getByText(/There is nothing to assign/)).toBeVisible();

  await click('Back');
  api.answers.refusal = await responseError(403, 'You may assign nothing here');
  await preview();
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'You may assign nothing here',
  );
});
