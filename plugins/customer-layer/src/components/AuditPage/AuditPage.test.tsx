import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuditAnswers, FakeAuditApi } from '../../__testUtils__/FakeAuditApi';
import { responseError } from '../../__testUtils__/answers';
import {
  ALL_ALLOWED,
  auditRun,
  diffOf,
  listed,
  summaryOf,
} from '../../__testUtils__/auditAnswers';
import { renderAudit } from '../../__testUtils__/renderAudit';

const answers = (overrides: AuditAnswers = {}): AuditAnswers => ({
  summary: summaryOf(),
  runs: [
    auditRun(5),
    auditRun(1, { startedAt: '2026-11-19T06:00:00Z', tally: { counts: {} } }),
  ],
  diff: diffOf(),
  findings: () => ({ items: [listed('till')], totalItems: 1, hiddenItems: 0 }),
  ...overrides,
});

const list = (name: string) => screen.findByRole('list', { name });

describe('overview', () => {
  it('tells how the catalog fares', async () => {
    await renderAudit(new FakeAuditApi(answers()));
    expect((await screen.findByText('Score')).closest('div')).toHaveTextContent(
      /^ScoreThe share that passes/,
    );
    expect(screen.getByText('71%')).toBeVisible();
    expect(screen.getByText('Errors').parentElement).toHaveTextContent(
      'Errors4findings that fail',
    );
    expect(screen.getByText('Warnings').parentElement).toHaveTextContent(
      'Warnings3findings that fail',
    );
    expect(
      screen.getByText('Have both customers').parentElement,
    ).toHaveTextContent('55%11 of 20 entities; 15 have an economic customer');
    expect(
      screen.queryByRole('button', { name: 'Run now' }),
    ).not.toBeInTheDocument();
  });

  it('leads from each rule to its findings, the worst rule first', async () => {
    await renderAudit(new FakeAuditApi(answers()));
    const items = within(await list('Rules')).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'Can be consumedWarning3 fail · 2 not measured · 1 pass25%',
      'Has an operations teamError4 fail · 12 pass75%',
      'Confirmed by the customer sideWarning1 exempt · 17 pass100%',
    ]);
    await userEvent.click(
      screen.getByRole('link', { name: 'Can be consumed' }),
    );
    expect(
      await screen.findByRole('table', { name: 'Findings' }),
    ).toHaveTextContent('It has no entry point');
    expect(screen.getByRole('button', { name: /^Rule/ })).toHaveTextContent(
      'Can be consumed',
    );
  });

  it('tells of owners, and names nobody who is confidential', async () => {
    await renderAudit(new FakeAuditApi(answers()));
    const items = within(await list('By owner')).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'Web team5 failing0%5 fail',
      'Confidential team50%2 fail · 2 pass',
      'No owner100%9 pass',
    ]);
  });

  it('has the trend in words and in figures', async () => {
    const counted = (id: string, fail: number) => ({
      [id]: { counts: { fail } },
    });
    await renderAudit(
      new FakeAuditApi(
        answers({
          runs: [
            auditRun(5, {
              byRule: {
                ...counted('consumable', 3),
                ...counted('operations-team', 4),
              },
            }),
            auditRun(1, {
              startedAt: '2026-11-19T06:00:00Z',
              tally: { counts: {}, score: 0.7 },
              byRule: { ...counted('consumable', 2), ...counted('bygone', 9) },
            }),
            auditRun(0, {
              startedAt: '2026-11-18T06:00:00Z',
              tally: { counts: {} },
            }),
          ],
        }),
      ),
    );
    expect(
      await screen.findByText(
        'The score has risen by 1 percentage point since Nov 19, 2026, from 70% to 71%.',
      ),
    ).toBeVisible();
    const change =
      'New among the rules that judge something: “Has an operations team”. No longer among them: “bygone”.';
    expect(await list('Where the rules changed')).toHaveTextContent(
      `1: Nov 20, 2026. ${change}`,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as a table' }),
    );
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows.slice(1).map(row => row.textContent)).toEqual([
      `Nov 20, 202671%55%437${change}`,
      'Nov 19, 202670%55%020As before',
      'Nov 18, 2026Without a score55%000As before',
    ]);
  });

  it('tells what changed, by rule and one by one', async () => {
    await renderAudit(new FakeAuditApi(answers()));
    expect(
      within(await list('Changes by rule'))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Can be consumed2 got worse',
      'Has an operations team1 got better',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show each change' }),
    );
    expect(await list('Changes')).toHaveTextContent(
      'tillCan be consumed: From “Passes” to “Fails”',
    );
    expect(
      screen.getByText('1 more is about an entity that you may not read.'),
    ).toBeVisible();
  });
});

describe('runs', () => {
  it('waits for the first one, and shows what it found', async () => {
    const api = new FakeAuditApi(
      answers({
        summary: summaryOf({ run: undefined, may: ALL_ALLOWED }),
        runs: [],
      }),
    );
    await renderAudit(api);
    expect(await screen.findByText('No audit has run yet')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Run now' }));
    expect(api.told).toEqual([['run']]);
    expect(
      await screen.findByText('The audit is about to begin…'),
    ).toBeVisible();

    const running = auditRun(6, {
      state: 'running',
      subjects: { total: 40, done: 10 },
    });
    api.answers.summary = summaryOf({ run: undefined, running });
    api.answers.runs = [running];
    expect(
      await screen.findByText('Auditing 10 of 40 entities…'),
    ).toBeVisible();
    expect(
      screen.getByRole('progressbar', { name: 'Progress of the audit' }),
    ).toHaveAttribute('aria-valuenow', '25');

    api.answers.summary = summaryOf({ run: auditRun(6) });
    api.answers.runs = [auditRun(6)];
    expect(await list('Rules')).toBeVisible();
  });

  it('says why none could be started, and that the last one failed', async () => {
    await renderAudit(
      new FakeAuditApi(
        answers({
          summary: summaryOf({ may: ALL_ALLOWED }),
          runs: [auditRun(6, { state: 'failed', error: 'The disk is full' })],
          refusal: await responseError(409, 'There is no graph yet'),
        }),
      ),
    );
    expect(
      await screen.findByText('The last audit failed: The disk is full'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run now' }));
    expect(await screen.findByText('There is no graph yet')).toBeVisible();
  });

  it('says that there is nothing to compare with yet', async () => {
    const api = new FakeAuditApi(answers({ runs: [auditRun(5)] }));
    const failure = await responseError(404, 'No such run');
    api.getAuditDiff = async () => {
      throw failure;
    };
    await renderAudit(api);
    expect(
      await screen.findByText(/^There is nothing to compare with yet/),
    ).toBeVisible();
    expect(screen.getByText(/^There is one day so far/)).toBeVisible();
  });
});

describe('without an answer', () => {
  it.each([
    [403, 'You may not see this'],
    [503, 'The customer layer is being computed'],
  ])('explains status %i', async (status, title) => {
    await renderAudit(
      new FakeAuditApi({ failure: await responseError(status, 'no') }),
    );
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('keeps what it knows when it looks again in vain', async () => {
    const api = new FakeAuditApi(
      answers({
        summary: summaryOf({ running: auditRun(6, { state: 'running' }) }),
      }),
    );
    await renderAudit(api);
    expect(await list('Rules')).toBeVisible();
    let asked = 0;
    await act(async () => {
      api.getAuditSummary = async () => {
        asked += 1;
        throw new Error('gone');
      };
    });
    await waitFor(() => expect(asked).toBeGreaterThan(0));
    expect(await list('Rules')).toBeVisible();
  });
});
