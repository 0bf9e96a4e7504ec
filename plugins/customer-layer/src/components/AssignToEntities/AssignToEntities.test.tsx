import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { SHOP, groupEntity, shopEntity } from '../../__testUtils__/answers';
import { doesAsAsked } from '../../__testUtils__/assignAnswers';
import { assignmentsApiRef } from '../../api';
import { AssignToEntities } from '.';

const renderFor = (api: FakeAssignmentsApi) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [assignmentsApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({ entities: [shopEntity, groupEntity] }),
        ],
      ]}
    >
      <AssignToEntities
        assignedRef="group:default/web"
        title="Web team"
        as={['operationsTeam', 'internalCustomers']}
      />
    </TestApiProvider>,
  );

it('is not there for those who may assign nothing', async () => {
  await renderFor(new FakeAssignmentsApi({ rights: { mayAssign: false } }));
  await waitFor(() =>
    expect(screen.queryByRole('button')).not.toBeInTheDocument(),
  );
});

it('assigns a team to entities that one chooses, in the role that one chooses', async () => {
  const api = new FakeAssignmentsApi({ assign: doesAsAsked });
  await renderFor(api);
  await userEvent.click(
    screen.getByRole('button', { name: 'Assign to entities…' }),
  );
  const pick = screen.getByRole('dialog', {
    name: 'Assign Web team to entities',
  });
  await userEvent.click(within(pick).getByText('Next'));
  expect(within(pick).getByRole('alert')).toHaveTextContent(
    'Choose at least one entity first.',
  );

  await userEvent.click(within(pick).getByLabelText('Internal customers'));
  await userEvent.click(within(pick).getByLabelText('Entities'));
  await userEvent.paste('shop');
  // A team is nothing that has customers.
  const options = within(await screen.findByRole('listbox'));
  expect(options.queryByText(/^web$/)).not.toBeInTheDocument();
  await userEvent.click(await options.findByText('web-shop'));
  await userEvent.click(within(pick).getByText('Next'));

  const dialog = await screen.findByRole('dialog', {
    name: 'Assign to web-shop',
  });
  expect(
    within(dialog).getByLabelText(
      'Add to the customers and teams that are named already',
    ),
  ).toBeChecked();
  await userEvent.click(within(dialog).getByText('See what would happen'));
  await within(dialog).findByText('Assign to 1 entity');
  expect(api.told.at(-1)).toEqual([
    'preview',
    {
      items: [
        {
          entityRef: SHOP,
          declarations: { internalCustomers: 'group:default/web' },
        },
      ],
      preview: true,
    },
  ]);
});
