import {
  CustomersPage,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import { responseError } from '../../__testUtils__/answers';
import { renderCustomers } from '../../__testUtils__/renderCustomers';

const summary = (
  name: string,
  more: Partial<CustomerSummary> = {},
): CustomerSummary => ({
  customerRef: `customer:default/${name}`,
  serves: 1,
  exists: true,
  ...more,
});

const page = (
  items: CustomerSummary[],
  more: Partial<CustomersPage> = {},
): CustomersPage => ({
  graph: { revision: 'r', builtAt: '2026-11-01T12:00:00Z' },
  items,
  totalItems: items.length,
  ...more,
});

const CUSTOMERS = [
  summary('shoppers', {
    title: 'Retail shoppers',
    type: 'economic',
    tier: 1,
    serves: 1200,
    owner: 'group:default/accounts',
    weakestTeam: { teamRef: 'group:default/dba', passes: 1 },
    confirmed: { newest: '2020-01-01', oldest: '2019-01-01', unconfirmed: 2 },
  }),
  summary('guests', {
    type: 'internal',
    stage: 'front-stage',
    parent: 'customer:default/shoppers',
  }),
  summary('nobody', { serves: 0 }),
  { ...summary('', { hidden: true, serves: 3 }), customerRef: '#1' },
];

const rows = async () => {
  const table = await screen.findByRole('table', { name: 'Customers' });
  return within(table).getAllByRole('row').slice(1);
};

it('tells of each customer what it is, what serves it and who is weakest', async () => {
  await renderCustomers(
    new FakeCustomerLayerApi({ customers: () => page(CUSTOMERS) }),
  );
  const [shoppers, guests, nobody, hidden] = await rows();
  expect(
    within(shoppers).getByRole('link', { name: 'Retail shoppers' }),
  ).toHaveAttribute('href', '/catalog/default/customer/shoppers');
  expect(shoppers).toHaveTextContent(/Economic.*Tier 1.*1,200/);
  expect(shoppers).toHaveTextContent(/dba.*1 of 4 pillars pass/);
  expect(shoppers).toHaveTextContent(/Relationship: .*accounts/);
  expect(shoppers).toHaveTextContent('2 entities never');
  expect(guests).toHaveTextContent(/Segment of .*shoppers/);
  expect(guests).toHaveTextContent('Internal, front-stage');
  expect(guests).toHaveTextContent('No team misses a pillar');
  expect(nobody).toHaveTextContent('Nothing');
  expect(nobody).not.toHaveTextContent('pillar');
  expect(hidden).toHaveTextContent('Confidential customer');
  expect(within(hidden).queryByRole('link')).not.toBeInTheDocument();
  expect(screen.getByText('4 of 4 customers shown')).toBeVisible();
});

it('asks for what its address says, and puts there what one chooses', async () => {
  const api = new FakeCustomerLayerApi({
    customers: ({ tier }) =>
      page(CUSTOMERS.slice(0, 1), { hiddenItems: tier ? 1 : undefined }),
  });
  await renderCustomers(api, '?filters[type]=economic&filters[tier]=1');
  await rows();
  expect(JSON.parse(api.asked[0])).toEqual({
    type: 'economic',
    tier: 1,
    sort: 'tier',
    limit: 100,
  });
  expect(screen.getByText(/1 that you may not read is left out/)).toBeVisible();
  expect(screen.getByRole('columnheader', { name: 'Tier' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  screen.getByRole('button', { name: 'Served by' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(JSON.parse(api.asked.at(-1)!)).toMatchObject({ sort: 'serves' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() =>
    expect(JSON.parse(api.asked.at(-1)!)).toEqual({
      sort: 'serves',
      limit: 100,
    }),
  );
});

it('shows hundreds, page by page', async () => {
  const all = Array.from({ length: 130 }, (_, i) => summary(`c${i}`));
  await renderCustomers(
    new FakeCustomerLayerApi({
      customers: ({ cursor, limit = 0 }) =>
        cursor
          ? page(all.slice(limit), { totalItems: 130 })
          : page(all.slice(0, limit), { totalItems: 130, nextCursor: 'next' }),
    }),
  );
  expect(await rows()).toHaveLength(100);
  expect(screen.getByText('100 of 130 customers shown')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(async () => expect(await rows()).toHaveLength(130));
});

it('says how to begin where there are none, and that none match', async () => {
  const { unmount } = await renderCustomers(
    new FakeCustomerLayerApi({ customers: () => page([]) }),
  );
  expect(
    await screen.findByText('Nobody is known to be served yet'),
  ).toBeVisible();
  expect(
    await screen.findByText(/kind: Customer/, { selector: 'code *' }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: /How to describe customers/ }),
  ).toHaveAttribute('href', expect.stringContaining('docs/customers.md'));
  unmount();
  await renderCustomers(
    new FakeCustomerLayerApi({ customers: () => page([]) }),
    '?filters[text]=x',
  );
  expect(
    await screen.findByText('No customer matches these filters.'),
  ).toBeVisible();
});

it.each([
  [403, 'You may not see this'],
  [503, 'The customer layer is being computed'],
  [500, /The customer layer could not be read/],
])('says what to do when the answer is %d', async (status, text) => {
  await renderCustomers(
    new FakeCustomerLayerApi({
      customers: () => page(CUSTOMERS),
      failures: [await responseError(status, 'No')],
    }),
  );
  expect(await screen.findByText(text)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rows()).toHaveLength(4);
});
