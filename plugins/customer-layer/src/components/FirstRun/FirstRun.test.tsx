import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pageAnswers, unbegun } from '../../__testUtils__/coverageAnswers';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { FakeCoverageApi } from '../../__testUtils__/FakeCoverageApi';
import { renderCoverage } from '../../__testUtils__/renderCoverage';

const list = (name: string) => screen.findByRole('list', { name });
it('leads from nothing to a first customer, and looks until the figures tell of it', async () => {
  const coverage = new FakeCoverageApi(pageAnswers({ coverage: unbegun() }));
  const assignments = new FakeAssignmentsApi({
    createCustomers: customers => ({
      items: customers.map(({ name }) => ({
        entityRef: `customer:default/${name}`,
        ...(name === 'guests'
          ? { result: 'refused', message: 'There is one already' }
          : { result: 'created' }),
      })),
    }),
  });
  await renderCoverage({ coverage, assignments });
  expect(
    await screen.findByText('0 of 200 entities have a customer: 0%.'),
  ).toBeVisible();
  expect(screen.getByText(/^Once there is a customer/)).toBeVisible();
  expect(
    screen.getByText('Create 0 customers').closest('button'),
  ).toBeDisabled();

  fireEvent.change(screen.getByLabelText('Name'), {
    target: { value: 'Retail shoppers' },
  });
  await userEvent.click(screen.getByText('Add another'));
  fireEvent.change(screen.getAllByLabelText('Name')[1], {
    target: { value: 'Guests' },
  });
  await userEvent.click(screen.getByText('Create 2 customers'));
  expect(await screen.findByText('Created: Retail shoppers')).toBeVisible();
  expect(screen.getByText('Guests: There is one already')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Guests');
  expect(assignments.told).toEqual([
    [
      'create',
      [
        {
          name: 'retail-shoppers',
          title: 'Retail shoppers',
          type: 'economic',
        },
        { name: 'guests', title: 'Guests', type: 'economic' },
      ],
    ],
  ]);
  expect(screen.getByText(/^The catalog takes in/)).toBeVisible();

  coverage.answers.coverage = unbegun({
    customers: 1,
    graph: { revision: 'r2', builtAt: '2026-11-20T06:00:09Z' },
  });
  expect(
    await screen.findByText('The catalog knows 1 customer.', undefined, {
      timeout: 5_000,
    }),
  ).toBeVisible();
  expect(await screen.findByLabelText('Assign to Shop')).toBeVisible();

  await userEvent.click(screen.getByText('Without'));
  expect(screen.queryByText('Say who the customers are')).toBeNull();
  await userEvent.click(screen.getByText('Coverage', { selector: 'a *, a' }));
  expect(screen.getByText('Say who the customers are')).toBeVisible();
  await userEvent.click(screen.getByText('Close this guide'));
  expect(screen.queryByText('Say who the customers are')).toBeNull();
});

it('makes internal customers of groups, and says where each stands', async () => {
  const assignments = new FakeAssignmentsApi({
    createCustomers: customers => ({
      items: customers.map(({ name }) => ({
        entityRef: `customer:default/${name}`,
        result: 'created',
      })),
    }),
  });
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers({ coverage: unbegun() })),
    assignments,
  });
  await userEvent.click(await screen.findByText('Take from groups'));
  await userEvent.type(screen.getByLabelText(/^Groups/), 'web');
  await userEvent.click(await screen.findByRole('option', { name: /web/ }));
  await userEvent.click(await screen.findByText('Create 1 customer'));
  expect(await screen.findByText('Created: web')).toBeVisible();
  expect(assignments.told).toEqual([
    [
      'create',
      [
        {
          name: 'web',
          title: 'web',
          type: 'internal',
          stage: 'front-stage',
          represents: ['group:default/web'],
        },
      ],
    ],
  ]);
});

it('says who may create customers to those who may not', async () => {
  await renderCoverage({
    coverage: new FakeCoverageApi(pageAnswers({ coverage: unbegun() })),
    denied: ['customer-layer.customer.create'],
  });
  expect(
    await screen.findByText(/^Creating customers needs a permission/),
  ).toBeVisible();
});

it('does not lead where somebody has begun', async () => {
  await renderCoverage({ coverage: new FakeCoverageApi(pageAnswers()) });
  await list('Where to begin');
  expect(screen.queryByText('Say who the customers are')).toBeNull();
});
