import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAssignmentsApi } from '../../__testUtils__/FakeAssignmentsApi';
import { AuditAnswers, FakeAuditApi } from '../../__testUtils__/FakeAuditApi';
import { SHOP, responseError } from '../../__testUtils__/answers';
import {
  ALL_ALLOWED,
  entityFinding,
  findingsOfShop,
  listed,
  summaryOf,
} from '../../__testUtils__/auditAnswers';
import { doesAsAsked } from '../../__testUtils__/assignAnswers';
import { renderAudit } from '../../__testUtils__/renderAudit';

const FINDINGS = '?view=findings';

const answers = (overrides: AuditAnswers = {}): AuditAnswers => ({
  summary: summaryOf(),
  findings: () => ({
    items: [listed('web-shop', { title: 'Web shop' })],
    totalItems: 4,
    hiddenItems: 3,
  }),
  ...overrides,
});

const renderFindings = async (api: FakeAuditApi, search = FINDINGS) => {
  await renderAudit(api, search);
  return screen.findByRole('table', { name: 'Findings' });
};

it('shows failures first of all, and says how many one may not read', async () => {
  const api = new FakeAuditApi(answers());
  const table = await renderFindings(api);
  expect(api.queries[0]).toMatchObject({ state: ['fail'], rule: [] });
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
    'FailsCan be consumedWarningIt has no entry point',
  );
  expect(
    screen.getByText(
      '1 of 1 shown 3 more are about entities that you may not read.',
    ),
  ).toBeVisible();
});

it('takes its filters from the address, and asks again when they change', async () => {
  const api = new FakeAuditApi(answers());
  await renderFindings(
    api,
    `${FINDINGS}&filters[owner]=none&filters[rule][0]=consumable`,
  );
  expect(api.queries[0]).toMatchObject({
    owner: 'none',
    rule: ['consumable'],
    state: ['fail'],
  });

  await userEvent.click(screen.getByRole('button', { name: /^Severity/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Error' }));
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Name contains' }),
    'shop',
  );
  await waitFor(() =>
    expect(api.queries.at(-1)).toMatchObject({
      owner: 'none',
      severity: ['error'],
      text: 'shop',
    }),
  );

  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() =>
    expect(api.queries.at(-1)).toMatchObject({ severity: [], state: ['fail'] }),
  );
  expect(api.queries.at(-1)).not.toHaveProperty('owner');
});

it('fetches page after page', async () => {
  const api = new FakeAuditApi(
    answers({
      findings: ({ cursor }) =>
        cursor
          ? { items: [listed('b')] }
          : { items: [listed('a')], totalItems: 2, nextCursor: 'next' },
    }),
  );
  const table = await renderFindings(api);
  expect(table).not.toHaveTextContent('component:default/b');
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('2 of 2 shown')).toBeVisible();
  expect(
    screen.queryByRole('button', { name: 'Show more' }),
  ).not.toBeInTheDocument();
});

it('keeps what it has when the next page fails, and tries again', async () => {
  const api = new FakeAuditApi(
    answers({
      findings: () => ({
        items: [listed('a')],
        totalItems: 2,
        nextCursor: 'next',
      }),
    }),
  );
  await renderFindings(api);
  const { findings } = api.answers;
  const failure = await responseError(409, 'There was another audit');
  api.answers.findings = () => {
    throw failure;
  };
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'There was another audit',
  );
  api.answers.findings = () => ({ ...findings?.({}), items: [listed('b')] });
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('2 of 2 shown')).toBeVisible();
});

it.each([
  ['', 'Nothing fails.'],
  ['&filters[text]=x', 'No finding matches these filters.'],
])('explains that there is none, %s', async (more, text) => {
  await renderAudit(
    new FakeAuditApi(
      answers({ findings: () => ({ items: [], totalItems: 0 }) }),
    ),
    FINDINGS + more,
  );
  expect(await screen.findByText(new RegExp(`^${text}`))).toBeVisible();
});

it('opens a finding: what was found, why it matters, how to put it right', async () => {
  const api = new FakeAuditApi(
    answers({
      findings: () => ({
        items: [
          listed('web-shop', {
            evidence: [
              { text: '#1, derived', path: [SHOP, 'api:default/x', '#1'] },
            ],
          }),
        ],
        totalItems: 1,
      }),
      entityFindings: findingsOfShop({ may: ALL_ALLOWED }),
    }),
  );
  await renderFindings(api);
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Details of “Can be consumed” for web-shop',
    }),
  );
  expect(await screen.findByText('Put consumable right.')).toBeVisible();
  expect(screen.getByText('Running is not the point.')).toBeVisible();
  expect(screen.getByText('Confidential entity, derived')).toBeVisible();
  expect(
    await screen.findByText(/fixes: consumable/, { selector: 'code *' }),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /^Path/ }));
  expect(
    await screen.findByRole('navigation', {
      name: 'Path from this entity to Confidential entity, derived',
    }),
  ).toHaveTextContent(/web-shop→.*x→Confidential entity/);
});

describe('asking for an exemption', () => {
  const open = async (api: FakeAuditApi) => {
    await renderFindings(api);
    await userEvent.click(screen.getByRole('button', { name: /^Details of/ }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for an exemption' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Ask for an exemption',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      ' It moves house. ',
    );
    return dialog;
  };
  const about = findingsOfShop({ may: ALL_ALLOWED, exemptionDays: 9 });

  it('sends what was asked for, and looks again', async () => {
    const api = new FakeAuditApi(answers({ entityFindings: about }));
    const dialog = await open(api);
    expect(within(dialog).getByText('At most 9 days from today')).toBeVisible();
    const asked = api.queries.length;
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for it' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.told).toEqual([
      [
        'request',
        {
          ruleId: 'consumable',
          entityRef: SHOP,
          reason: 'It moves house.',
          expiresOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        },
      ],
    ]);
    expect(api.queries.length).toBeGreaterThan(asked);
  });

  it('says why not, in the words of the server', async () => {
    const api = new FakeAuditApi(
      answers({
        entityFindings: about,
        refusal: await responseError(409, 'The same is asked for already'),
      }),
    );
    const dialog = await open(api);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for it' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The same is asked for already',
    );
    expect(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
    ).toHaveValue(' It moves house. ');
  });
});

it('offers nothing to those who may do nothing', async () => {
  const api = new FakeAuditApi(
    answers({
      entityFindings: findingsOfShop({
        items: [entityFinding('consumable')],
      }),
    }),
  );
  await renderFindings(api);
  await userEvent.click(screen.getByRole('button', { name: /^Details of/ }));
  expect(await screen.findByText('Put consumable right.')).toBeVisible();
  expect(
    screen.queryByRole('button', { name: 'Ask for an exemption' }),
  ).not.toBeInTheDocument();
});

it.each([
  ['CSV, for spreadsheets', 'csv', /^customer-audit-.*\.csv$/],
  ['JUnit, for build servers', 'junit', /\.xml$/],
])('exports what the filters leave as %s', async (item, format, name) => {
  const saved: string[] = [];
  const click = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function save(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
  URL.createObjectURL = () => 'blob:content';
  URL.revokeObjectURL = () => {};
  const api = new FakeAuditApi(answers());
  await renderFindings(api, `${FINDINGS}&filters[kind][0]=api`);
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
  await waitFor(() => expect(saved).toEqual([expect.stringMatching(name)]));
  expect(api.told).toEqual([
    ['export', expect.objectContaining({ format, kind: ['api'] })],
  ]);
  click.mockRestore();
});

it('has nothing to select for those who may assign nothing', async () => {
  await renderAudit(
    new FakeAuditApi(answers()),
    FINDINGS,
    new FakeAssignmentsApi({ rights: { mayAssign: false } }),
  );
  await screen.findByRole('table', { name: 'Findings' });
  await waitFor(() =>
    expect(
      screen.queryByRole('button', { name: 'Assign…' }),
    ).not.toBeInTheDocument(),
  );
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
});

it('assigns what puts the selected findings right, to those only, and says when they are judged again', async () => {
  const assignmentsApi = new FakeAssignmentsApi({ assign: doesAsAsked });
  await renderAudit(
    new FakeAuditApi(
      answers({
        findings: () => ({
          items: [
            listed('web-shop'),
            listed('till', { ruleId: 'customer-involved' }),
            listed('gate', { ruleId: 'known-references' }),
          ],
          totalItems: 3,
        }),
      }),
    ),
    FINDINGS,
    assignmentsApi,
  );
  await screen.findByRole('table', { name: 'Findings' });
  expect(screen.getByRole('button', { name: 'Assign…' })).toBeDisabled();
  // Nothing that one assigns makes a missing entity appear.
  expect(screen.getAllByRole('checkbox')).toHaveLength(3);

  await userEvent.click(
    screen.getByLabelText('Select all that can be assigned to'),
  );
  expect(screen.getByText('2 findings selected')).toBeVisible();
  const till = screen.getByLabelText(
    'Select till: Confirmed by the customer side',
  );
  await userEvent.click(till);
  expect(screen.getByText('1 finding selected')).toBeVisible();
  await userEvent.click(till);
  await userEvent.click(screen.getByRole('button', { name: 'Assign…' }));

  const dialog = await screen.findByRole('dialog', {
    name: 'Assign to 2 entities',
  });
  expect(
    within(dialog).getByText(/only to the entities whose findings ask for it/),
  ).toBeVisible();
  expect(within(dialog).getByLabelText('Confirmed on')).toBeVisible();
  expect(
    within(dialog).queryByLabelText('Operations team'),
  ).not.toBeInTheDocument();
  await userEvent.click(within(dialog).getByLabelText('Support'));
  await userEvent.paste('mailto:help@example.com');
  await userEvent.click(within(dialog).getByText('See what would happen'));
  await userEvent.click(await within(dialog).findByText('Assign to 1 entity'));
  await userEvent.click(await within(dialog).findByText('Close'));
  expect(
    await screen.findByText(
      'These findings are judged again at the next audit.',
    ),
  ).toBeVisible();
  expect(assignmentsApi.told.at(-1)).toEqual([
    'assign',
    {
      items: [
        {
          entityRef: SHOP,
          declarations: { support: 'mailto:help@example.com' },
        },
      ],
    },
  ]);
});
