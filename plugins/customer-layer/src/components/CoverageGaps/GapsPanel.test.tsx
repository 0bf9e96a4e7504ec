import {
  AssignmentAnswer,
  AssignmentRequest,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gapOf, pageAnswers } from '../../__testUtils__/coverageAnswers';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

/** Says of everything that it is assigned. */
const assigned = ({ items, preview }: AssignmentRequest): AssignmentAnswer => ({
  ...(!preview && { changeId: 'c1' }),
  items: items.map(({ entityRef, declarations }) => ({
    entityRef,
    result: 'assigned',
    declarations: Object.entries(declarations).map(([key, value]) => ({
      key: key as 'economicCustomers',
      after: { source: 'portal', value: value ?? '' },
      inEffect: true,
    })),
  })),
});

const list = (name: string) => screen.findByRole('list', { name });
const texts = (element: HTMLElement) =>
  within(element)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

const rows = async () => {
  const table = await screen.findByRole('table', {
    name: 'Entities that lack it',
  });
  return within(table).getAllByRole('row').slice(1);
};

it('asks for what its address says, and opens the dialog for what is selected', async () => {
  const coverage = new FakeCoverageApi(
    pageAnswers({
      gaps: () => Array.from({ length: 1_200 }, (_, n) => gapOf(`c${n}`)),
      hiddenGaps: 2,
    }),
  );
  await renderCoverage({
    coverage,
    search:
      '?view=gaps&aspect=internal&filters[kind]=component&filters[type]=service',
  });
  expect(await rows()).toHaveLength(50);
  expect(coverage.told[0]).toEqual([
    'gaps',
    { aspect: 'internal', kind: 'component', type: 'service', limit: 50 },
  ]);
  expect(screen.getByText(/^50 of 1,200 shown/)).toHaveTextContent(
    '2 more that you may not read are left out.',
  );
  const assign = screen.getByText('Assign to selected…');
  expect(assign.closest('button')).toBeDisabled();

  await userEvent.click(screen.getByLabelText('Select c3'));
  expect(screen.getByText('1 selected')).toBeVisible();
  await userEvent.click(
    screen.getByText('Select the first 1,000 that match the filters'),
  );
  expect(await screen.findByText('1000 selected')).toBeVisible();
  await userEvent.click(assign);
  expect(await screen.findByRole('dialog')).toHaveTextContent(/1,?000/);
});

it('asks for one type alone', async () => {
  const coverage = new FakeCoverageApi(pageAnswers());
  await renderCoverage({ coverage, search: '?view=gaps' });
  await rows();
  fireEvent.change(screen.getByLabelText('Type'), {
    target: { value: 'website' },
  });
  await waitFor(() =>
    expect(coverage.told).toContainEqual([
      'gaps',
      { aspect: 'economic', type: 'website', limit: 50 },
    ]),
  );
});

it.each([
  ['', 0, 'Nothing is left to do here: no entity lacks it.'],
  ['', 3, 'No entity that you may read lacks it.'],
  ['&filters[text]=x', 0, 'No entity that lacks it matches these filters.'],
])('says why there is nothing: %j, %i hidden', async (search, hidden, text) => {
  await renderCoverage({
    coverage: new FakeCoverageApi(
      pageAnswers({ gaps: () => [], hiddenGaps: hidden }),
    ),
    search: `?view=gaps${search}`,
  });
  expect(await screen.findByText(text, { exact: false })).toBeVisible();
});

it('suggests, and assigns what is accepted after a preview', async () => {
  const assignments = new FakeAssignmentsApi({ assign: assigned });
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers()),
    assignments,
    search: '?view=gaps',
  });
  const suggestions = await list('Suggestions');
  expect(texts(suggestions)[0]).toContain(
    'Retail shoppers economic customer of',
  );
  expect(suggestions).toHaveTextContent(
    'Because 2 entities that depend on it name it and 1 other entity of the same owner names it.',
  );
  await userEvent.click(screen.getByLabelText('Select all suggestions'));
  await userEvent.click(screen.getByText('Accept selected…'));
  const dialog = await screen.findByRole('dialog', {
    name: 'Accept suggestions',
  });
  await userEvent.click(
    await within(dialog).findByRole('button', {
      name: 'Assign to 2 entities',
    }),
  );
  await within(dialog).findByRole('button', { name: 'Close' });
  const items = [
    {
      entityRef: 'component:default/till',
      declarations: { economicCustomers: 'customer:default/shoppers' },
    },
    {
      entityRef: 'component:default/scales',
      declarations: { economicCustomers: 'customer:default/merchants' },
    },
  ];
  expect(assignments.told).toEqual([
    ['preview', { items, preview: true }],
    ['assign', { items }],
  ]);
});

it('suggests for what is selected, dismisses and brings back', async () => {
  const coverage = new FakeCoverageApi(pageAnswers());
  await renderCoverage({ coverage, search: '?view=gaps' });
  await list('Suggestions');
  await userEvent.click(screen.getByLabelText('Select scales'));
  expect(texts(await list('Suggestions'))).toHaveLength(1);
  await userEvent.click(
    screen.getByLabelText('Dismiss “merchants” for scales'),
  );
  expect(await screen.findByText(/^There is nothing to suggest/)).toBeVisible();
  await userEvent.click(screen.getByLabelText('Show what was dismissed'));
  expect(texts(await list('Suggestions'))).toHaveLength(2);
  await userEvent.click(
    screen.getByLabelText('Bring back “guests” for scales'),
  );
  await waitFor(async () =>
    expect(texts(await list('Suggestions'))).toHaveLength(1),
  );
  expect(coverage.told.filter(([what]) => what === 'dismiss')).toEqual([
    ['dismiss', expect.objectContaining({ dismissed: true })],
    [
      'dismiss',
      {
        dismissed: false,
        items: [
          {
            entityRef: 'component:default/scales',
            key: 'economicCustomers',
            value: 'customer:default/guests',
          },
        ],
      },
    ],
  ]);
});
