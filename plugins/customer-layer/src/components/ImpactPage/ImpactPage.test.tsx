import { Entity } from '@backstage/catalog-model';
import { Impact } from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import {
  affected,
  customer,
  DB,
  groupEntity,
  impactOfDb,
  READINESS,
  responseError,
} from '../../__testUtils__/answers';
import { renderImpact } from '../../__testUtils__/renderImpact';

const DBA = 'group:default/dba';
const WEB_TEAM = 'group:default/web-team';

const dbEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'orders-db',
    namespace: 'default',
    title: 'Orders database',
  },
  spec: { type: 'database' },
};

const dba: Entity = {
  ...groupEntity,
  metadata: {
    name: 'dba',
    namespace: 'default',
    title: 'Database team',
    annotations: { 'customer-layer.io/on-call': 'https://oncall.example.com' },
  },
};

const webTeam: Entity = {
  ...groupEntity,
  metadata: { name: 'web-team', namespace: 'default', title: 'Web team' },
};

const entities = [dbEntity, dba, webTeam];

const outage = (overrides: Partial<Impact> = {}): Impact =>
  impactOfDb({
    failing: [
      affected('', {
        entityRef: DB,
        title: 'Orders database',
        distance: 0,
        path: [DB],
        operationsTeams: [DBA],
      }),
    ],
    customers: [
      customer('shoppers', {
        title: 'Retail shoppers',
        tier: 1,
        distance: 2,
        path: [DB, 'component:default/api', 'component:default/web'],
      }),
      customer('finance', {
        role: 'internal',
        stage: 'back-stage',
        path: [DB],
      }),
      customer('', { customerRef: '#1', hidden: true, path: [DB, '#2'] }),
    ],
    affected: [
      affected('web', {
        title: 'Web shop',
        owners: [WEB_TEAM],
        operationsTeams: [DBA],
      }),
      affected('orphan'),
      affected('', { entityRef: '#2', hidden: true, path: [DB, '#2'] }),
    ],
    operations: [
      {
        teamRef: DBA,
        title: 'Database team',
        exists: true,
        readiness: READINESS,
      },
      { teamRef: '#3', exists: true, hidden: true },
    ],
    valueAtRisk: { EUR: 1_200_000 },
    valueHidden: 1,
    smallestTier: 1,
    ...overrides,
  });

const search = `?entity=${DB}`;

const headline = () => screen.findByRole('status');

it('says at once who is hit, how hard and whom to call', async () => {
  const api = new FakeCustomerLayerApi({ impact: () => outage() });
  await renderImpact(api, { search, entities });
  expect(await headline()).toHaveTextContent(
    '3 customers are hit, 1 of tier 1, 1.2 million EUR a year at risk; call Database team and 1 more.',
  );
  expect(api.asked).toEqual([DB]);
  expect(
    screen.getByText(/The value of 1 customer who pays is not in it/),
  ).toBeVisible();
});

it('lists customers by tier, teams with how to reach them, and what is affected', async () => {
  const api = new FakeCustomerLayerApi({ impact: () => outage() });
  await renderImpact(api, { search, entities });
  const tier = await screen.findByRole('list', { name: 'Tier 1' });
  expect(
    within(tier).getByRole('link', { name: 'Retail shoppers' }),
  ).toHaveAttribute('href', '/catalog/default/customer/shoppers');
  expect(tier).toHaveTextContent('through web');
  expect(screen.getByRole('list', { name: 'No tier' })).toHaveTextContent(
    'of orders-db itself · internal, back-stage',
  );
  expect(screen.getByRole('list', { name: 'Confidential' })).toHaveTextContent(
    'Confidential customer',
  );

  const [first, second] = within(
    screen.getByRole('list', { name: 'Teams to call' }),
  )
    .getAllByRole('listitem')
    .filter(item => /team/.test(item.textContent ?? ''));
  expect(first).toHaveTextContent('Operates what fails');
  expect(first).toHaveTextContent(
    'Operates 1 affected entity · 2 of 4 pillars pass',
  );
  expect(
    await within(first).findByRole('link', { name: /On call: Database team/ }),
  ).toHaveAttribute('href', 'https://oncall.example.com');
  expect(second).toHaveTextContent('You may not read how to reach them.');

  const list = screen.getByRole('list', { name: 'Affected entities' });
  expect(list).toHaveTextContent(/Web shop.*Owner: .*web-team/);
  expect(list).toHaveTextContent('No owner · No operations team');
  expect(list).toHaveTextContent('Confidential entity');
});

it('copies it as text', async () => {
  const user = userEvent.setup();
  await renderImpact(new FakeCustomerLayerApi({ impact: () => outage() }), {
    search,
    entities,
  });
  await screen.findByRole('link', { name: /On call: Database team/ });
  const copy = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(copy).toHaveBeenCalledWith(
    [
      'OUTAGE: Orders database',
      '3 customers are hit, 1 of tier 1, 1.2 million EUR a year at risk; call Database team and 1 more.',
      '',
      'Customers hit:',
      '- Tier 1 (1): Retail shoppers',
      '- No tier (1): finance',
      '',
      'Teams to call:',
      '- Database team: https://oncall.example.com',
      '- Confidential team',
      '',
      '3 entities are affected.',
      '1 customer is confidential.',
      'The value of 1 customer who pays is not in it: you may not read who that is.',
      '',
      'http://localhost/?entity=resource:default/orders-db',
    ].join('\n'),
  );
});

it('shows the text where the browser does not let it copy', async () => {
  const user = userEvent.setup();
  await renderImpact(new FakeCustomerLayerApi({ impact: () => outage() }), {
    search,
    entities,
  });
  jest
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValue(new Error('No'));
  await user.click(await screen.findByRole('button', { name: 'Copy as text' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'copy it yourself',
  );
  expect(
    screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' })
      .value,
  ).toContain('OUTAGE: Orders database');
});

it('tells who must be told of a planned change, owner by owner', async () => {
  await renderImpact(new FakeCustomerLayerApi({ impact: () => outage() }), {
    search: `${search}&mode=change`,
    entities,
  });
  const list = await screen.findByRole('list', { name: 'Who must be told' });
  expect(list).toHaveTextContent(
    /Database team.*Operates: .*Orders database, Web shop/,
  );
  expect(list).toHaveTextContent(/web-team.*Owns: Web shop/);
  expect(
    screen.getByRole('list', { name: 'Nobody to tell' }),
  ).toHaveTextContent('orphan');
  expect(screen.getByText(/1 affected entity is confidential/)).toBeVisible();
  expect(await headline()).toHaveTextContent(
    /3 customers may notice, .* a year behind them; tell Database team and Web team/,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Outage' }));
  expect(
    await screen.findByRole('list', { name: 'Teams to call' }),
  ).toBeVisible();
});

it('begins with what to pick, and asks once something is', async () => {
  const api = new FakeCustomerLayerApi({ impact: () => outage() });
  await renderImpact(api, { entities });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Orders database' }),
  );
  expect(await headline()).toHaveTextContent('3 customers are hit');
  expect(api.asked).toEqual([DB]);

  const picker = screen.getByRole('textbox', { name: 'What fails?' });
  await userEvent.type(picker, '{Backspace}');
  expect(
    await screen.findByText('Pick what is down, and see who is hit'),
  ).toBeVisible();
  await userEvent.type(picker, 'orders');
  await userEvent.click(
    await screen.findByRole('option', { name: /database/ }),
  );
  expect(await headline()).toBeVisible();
});

it('says plainly that nobody is hit', async () => {
  await renderImpact(new FakeCustomerLayerApi({ impact: () => impactOfDb() }), {
    search,
    entities,
  });
  expect(await headline()).toHaveTextContent(
    'No customer is known to be hit; no operations team is known to call.',
  );
  expect(
    screen.getByText('No customer is hit, as far as the catalog says'),
  ).toBeVisible();
  expect(screen.getByText('Nothing else rests on this.')).toBeVisible();
  expect(
    screen.queryByRole('button', { name: 'Show the graph' }),
  ).not.toBeInTheDocument();
});

it('folds hundreds, says what is missing and fetches it', async () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    customer(`buyer-${index}`, { tier: 1 + (index % 4) }),
  );
  const cut = { truncated: true, totals: { customers: 500 }, smallestTier: 1 };
  const api = new FakeCustomerLayerApi({
    impact: (_, { cursor }) =>
      cursor
        ? outage({ ...cut, customers: many.slice(400), affected: [] })
        : outage({ ...cut, customers: many.slice(0, 400), nextCursor: 'more' }),
  });
  await renderImpact(api, { search, entities });
  expect(await screen.findByText(/400 of 500 customers/)).toBeVisible();
  expect(
    screen.getByText(/500 customers/, { selector: 'strong' }),
  ).toBeVisible();
  expect(
    screen.getByText('at least 100 of tier 1', { selector: 'strong' }),
  ).toBeVisible();
  expect(
    within(screen.getByRole('list', { name: 'Tier 1' })).getAllByRole(
      'listitem',
    ).length,
  ).toBeLessThan(10);
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() =>
    expect(screen.queryByText(/400 of 500/)).not.toBeInTheDocument(),
  );
  expect(
    screen.getByText('125 of tier 1', { selector: 'strong' }),
  ).toBeVisible();
});

it.each([
  [404, /The catalog has no.*Remove it above/],
  [400, /The catalog has no.*Remove it above/],
  [403, 'You may not see this'],
  [503, 'The customer layer is being computed'],
  [500, /The customer layer could not be read/],
])('says what to do when the answer is %d', async (status, text) => {
  await renderImpact(
    new FakeCustomerLayerApi({
      impact: () => outage(),
      failures: [await responseError(status, 'The catalog has no such thing')],
    }),
    { search, entities },
  );
  expect(await screen.findByText(text)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await headline()).toBeVisible();
});
