import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AssignmentsAnswers,
  FakeAssignmentsApi,
} from '../../__testUtils__/FakeAssignmentsApi';
import { SHOP } from '../../__testUtils__/answers';
import { change } from '../../__testUtils__/assignAnswers';
import { assignmentsApiRef } from '../../api';
import { AssignmentChanges } from '.';

const TILL = 'component:default/till';

async function renderChanges(answers: AssignmentsAnswers) {
  const api = new FakeAssignmentsApi(answers);
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [assignmentsApiRef, api],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <AssignmentChanges />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return api;
}

it('exports what the selected changes are about, in both formats, with what is left out', async () => {
  const api = await renderChanges({
    changes: [
      change(),
      change({
        id: 'c2',
        items: [
          { entityRef: TILL, key: 'layer', after: 'data' },
          { entityRef: SHOP, key: 'layer', after: 'data' },
        ],
      }),
    ],
    exported: ({ format }) => ({
      text: format === 'yaml' ? 'metadata: {}' : '',
      faults: [{ entityRef: TILL, message: 'Its file is not known.' }],
    }),
  });
  expect(screen.getByRole('button', { name: 'Export…' })).toBeDisabled();
  const boxes = await screen.findAllByRole('checkbox');
  await userEvent.click(boxes[0]);
  await userEvent.click(boxes[1]);
  await userEvent.click(
    screen.getByRole('button', { name: 'Export 2 entities…' }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Export what was assigned',
  });
  expect(await within(dialog).findByLabelText('What to commit')).toHaveValue(
    'metadata: {}',
  );
  expect(
    within(dialog).getByRole('list', { name: '1 entity is left out' }),
  ).toHaveTextContent('tillIts file is not known.');

  await userEvent.click(
    within(dialog).getByLabelText('Patch of the catalog files'),
  );
  expect(
    await within(dialog).findByText(
      'Nothing of it can be exported in this format.',
    ),
  ).toBeVisible();
  expect(
    api.told.filter(([what]) => what === 'export').map(([, told]) => told),
  ).toEqual([
    { entityRefs: [SHOP, TILL], format: 'yaml' },
    { entityRefs: [SHOP, TILL], format: 'patch' },
  ]);
});

it('says so where nothing was assigned', async () => {
  await renderChanges({ changes: [] });
  expect(
    await screen.findByText('Nothing was assigned in this portal yet.'),
  ).toBeVisible();
});
