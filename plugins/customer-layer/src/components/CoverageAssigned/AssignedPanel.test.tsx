import { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { change } from '../../__testUtils__/assignAnswers';
import { pageAnswers } from '../../__testUtils__/coverageAnswers';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

const component = (
  name: string,
  annotations?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});

const entities = [
  component('till', {
    'customer-layer.io/economic-customers': 'customer:default/shoppers',
    'customer-layer.io/layer': 'data',
    'customer-layer.io/assigned': 'economic-customers=portal; layer=rule:stack',
  }),
  component('shelf', {
    'customer-layer.io/operations-team': 'none',
    'customer-layer.io/layer': 'data',
    'customer-layer.io/assigned': 'operations-team=alias:on-duty',
  }),
  component('by-file', { 'customer-layer.io/layer': 'data' }),
];

async function render(answers: { search?: string; entities?: Entity[] } = {}) {
  const assignments = new FakeAssignmentsApi({
    changes: [change()],
    exported: () => ({ text: 'metadata: {}', faults: [] }),
    undo: changeId => ({ changeId: `not ${changeId}`, items: [] }),
  });
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    assignments,
    entities,
    search: '?view=assigned',
    ...answers,
  });
  return assignments;
}

const table = () =>
  screen.findByRole('table', {
    name: 'Entities to which something is assigned',
  });
const rows = (element: HTMLElement) =>
  within(element)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);

it('shows what is assigned and by whom, and exports what one selects', async () => {
  const assignments = await render();
  const assigned = await table();
  expect(rows(assigned)).toEqual([
    expect.stringMatching(
      /^shelf.*Operations team: .*nobody \(alias on-duty\)$/i,
    ),
    expect.stringMatching(
      /^till.*Economic customers: shoppers \(portal\)Layer: Data \(rule stack\)$/,
    ),
  ]);
  const card = screen.getByRole('search').parentElement!;
  const exportIt = within(card).getByRole('button', { name: 'Export…' });
  expect(exportIt).toBeDisabled();
  await userEvent.click(
    screen.getByRole('button', { name: 'Select all 2 that match the filters' }),
  );
  await userEvent.click(screen.getByLabelText('Select shelf'));
  await userEvent.click(exportIt);
  expect(await screen.findByLabelText('What to commit')).toHaveValue(
    'metadata: {}',
  );
  expect(assignments.told.filter(([what]) => what === 'export')).toEqual([
    ['export', { entityRefs: ['component:default/till'], format: 'yaml' }],
  ]);
});

it('finds what somebody assigned', async () => {
  await render({ search: '?view=assigned&filters[text]=alias:on' });
  expect(rows(await table())).toEqual([expect.stringContaining('shelf')]);
  await userEvent.clear(screen.getByLabelText('Name, or who assigned it'));
  await userEvent.paste('rule:none');
  expect(
    await screen.findByText('Nothing that is assigned matches the filter.'),
  ).toBeVisible();
});

it('has all changes, and undoes one with a click', async () => {
  const assignments = await render({ entities: [] });
  expect(
    await screen.findByText(
      'Nothing is assigned yet, to any entity that you may read.',
    ),
  ).toBeVisible();
  const changes = await screen.findByRole('list', {
    name: 'Changes, the newest first',
  });
  await userEvent.click(
    within(changes).getByRole('button', { name: /^Undo the change of/ }),
  );
  await waitFor(() =>
    expect(assignments.told).toContainEqual(['undo', change().id]),
  );
});
