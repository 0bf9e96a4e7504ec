import {
  Readiness,
  TeamsPage,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeCustomerLayerApi } from '../../__testUtils__/FakeCustomerLayerApi';
import { responseError } from '../../__testUtils__/answers';
import { renderTeams } from '../../__testUtils__/renderTeams';

const READINESS: Readiness = {
  staffed: { state: 'pass', evidence: '4 members' },
  trained: { state: 'unmeasured', evidence: 'no date of a training is given' },
  equipped: { state: 'fail', evidence: 'missing: runbooks' },
  managed: { state: 'pass', evidence: 'reviewed on 2026-10-01' },
};

const team = (name: string, more: Partial<TeamSummary> = {}): TeamSummary => ({
  teamRef: `group:default/${name}`,
  operates: 1,
  exists: true,
  ...more,
});

const page = (
  items: TeamSummary[],
  more: Partial<TeamsPage> = {},
): TeamsPage => ({
  graph: { revision: 'r', builtAt: '2026-11-01T12:00:00Z' },
  items,
  totalItems: items.length,
  ...more,
});

const TEAMS = [
  team('sre', {
    title: 'Site reliability',
    readiness: READINESS,
    operates: 2,
    leastTier: 1,
  }),
  team('gone', { exists: false }),
  { ...team('jane'), teamRef: 'user:default/jane' },
  { ...team('', { hidden: true, operates: 3 }), teamRef: '#1' },
];

const rows = async () => {
  const table = await screen.findByRole('table', { name: 'Operations teams' });
  return within(table).getAllByRole('row').slice(1);
};

it('tells of each team how ready it is and how much it operates', async () => {
  await renderTeams(new FakeCustomerLayerApi({ teams: () => page(TEAMS) }));
  const [sre, gone, jane, hidden] = await rows();
  expect(
    within(sre).getByRole('link', { name: 'Site reliability' }),
  ).toHaveAttribute('href', '/catalog/default/group/sre');
  expect(sre).toHaveTextContent('2 of 4 pass');
  const [, ...cells] = within(sre).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    'Passes4 members',
    'Not measuredno date of a training is given',
    'Failsmissing: runbooks',
    'Passesreviewed on 2026-10-01',
    '2 entities',
    'Tier 1',
  ]);
  expect(gone).toHaveTextContent('not in the catalog');
  expect(jane).toHaveTextContent('No pillars, since it is no group');
  expect(hidden).toHaveTextContent('Confidential team');
  expect(hidden).toHaveTextContent('3 entities');
  expect(hidden).not.toHaveTextContent('pillar');
  expect(screen.getByText('4 of 4 teams shown')).toBeVisible();
});

it('asks for what its address says, and puts there what one chooses', async () => {
  const api = new FakeCustomerLayerApi({
    teams: ({ ready }) =>
      page(TEAMS.slice(0, 1), {
        hiddenItems: ready === undefined ? undefined : 2,
      }),
  });
  await renderTeams(api, '?filters[ready]=notReady&filters[sort]=operates');
  await rows();
  expect(JSON.parse(api.asked[0])).toEqual({
    ready: false,
    sort: 'operates',
    limit: 100,
  });
  expect(
    screen.getByText(/2 that you may not read are left out/),
  ).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() =>
    expect(JSON.parse(api.asked.at(-1)!)).toEqual({
      sort: 'operates',
      limit: 100,
    }),
  );
});

it.each([
  [{}, 'Nobody is known to operate anything yet'],
  ['?filters[text]=nobody', 'No team matches these filters.'],
])('says why there is nothing: %j', async (search, text) => {
  await renderTeams(
    new FakeCustomerLayerApi({ teams: () => page([]) }),
    typeof search === 'string' ? search : '',
  );
  expect(await screen.findByText(text)).toBeVisible();
});

it('offers to try again when the answer fails', async () => {
  await renderTeams(
    new FakeCustomerLayerApi({
      teams: () => page(TEAMS),
      failures: [await responseError(503, 'not yet')],
    }),
  );
  await userEvent.click(await screen.findByRole('button', { name: /again/i }));
  expect(await rows()).toHaveLength(4);
});
