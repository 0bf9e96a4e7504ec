import { readFileSync, writeFileSync } from 'node:fs';
import {
  APIRequestContext,
  BrowserContext,
  expect,
  Page,
} from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { clockFile } from './clock';
import { askAsGuest, auditPortal, expectNoFaults, test } from './portal';

// From a failing finding over an exemption that somebody else approves of to its last day, in a portal of its own: what
// is done here stays, and days go by.

test.use({ baseURL: auditPortal });
test.describe.configure({ mode: 'serial' });

const DAY = 24 * 60 * 60 * 1000;
const day = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const RULE = 'Has an economic customer';
const SUBJECT = 'Lost and found';
const REASON = 'Nobody has decided yet who pays for found shoes';

const findings =
  '/customer-audit?view=findings&filters[rule][0]=economic-customer&filters[kind][0]=component';

async function lookAs(context: BrowserContext, user: string) {
  await context.addCookies([
    {
      name: 'persona',
      value: encodeURIComponent(`user:default/${user}`),
      url: auditPortal,
    },
  ]);
}

const details = (page: Page) =>
  page.getByRole('button', { name: `Details of “${RULE}” for ${SUBJECT}` });

async function askForSummary(request: APIRequestContext) {
  const guest = await askAsGuest(auditPortal, request);
  const answer = await guest.get('/customer-layer/v1/audit/summary');
  return answer.json();
}

test.beforeAll(async ({ request }) => {
  test.setTimeout(120_000);
  await expect
    .poll(async () => (await askForSummary(request)).run, { timeout: 100_000 })
    .toBeDefined();
});

test('leads from the whole catalog to a finding and how to put it right', async ({
  page,
}) => {
  await page.goto('/customer-audit');
  await expect(
    page.getByRole('heading', { name: 'How the catalog fares' }),
  ).toBeVisible();
  await page
    .getByRole('list', { name: 'Rules' })
    .getByRole('link', { name: RULE })
    .click();
  await expect(page).toHaveURL(/economic-customer/);
  await details(page).click();
  await expect(
    page.getByText('customer-layer.io/economic-customers:'),
  ).toBeVisible();
  await expect(page.getByText('Why it matters')).toBeVisible();
});

test('somebody asks for an exemption, and can’t approve of it', async ({
  page,
  context,
}) => {
  await lookAs(context, 'amara');
  await page.goto(findings);
  await details(page).click();
  await page.getByRole('button', { name: 'Ask for an exemption' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(REASON);
  await dialog.getByLabel('Last day').fill(day(1));
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await expect(
    page.getByText(/An exemption until .* is asked for/),
  ).toBeVisible();

  await page.goto('/customer-audit?view=exemptions');
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Withdraw/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
});

test('somebody else approves of it, and it holds at once', async ({
  page,
  context,
}) => {
  await lookAs(context, 'jonas');
  await page.goto('/customer-audit?view=exemptions');
  await page.getByRole('button', { name: /^Approve the exemption/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Asked for by Amara');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved', { exact: true })).toBeVisible();

  await page.goto(findings);
  await expect(
    page.getByText('Findings', { exact: true }).first(),
  ).toBeVisible();
  await expect(details(page)).toHaveCount(0);
  await page.goto(`${findings}&filters[state][0]=exempt`);
  await details(page).click();
  await expect(page.getByText(/Exempt until/)).toBeVisible();
});

test('says in CSV what it says on the screen and in its answers', async ({
  page,
  request,
}) => {
  await page.goto('/customer-audit?view=findings&filters[state][0]=any');
  const shown = page.getByText(/\d+ of [\d,]+ shown/);
  await expect(shown).toBeVisible();
  const [, total] = /of ([\d,]+) shown/.exec(await shown.innerText()) ?? [];

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  const file = await (await download).path();
  const rows: Array<{ rule: string; state: string }> = parse(
    readFileSync(file),
    { columns: true },
  );
  expect(rows).toHaveLength(Number(total.replace(/,/g, '')));

  const summary = await askForSummary(request);
  const counts: Record<string, number> = {};
  for (const { state } of rows) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  expect(counts).toEqual(summary.counts);
  expect(counts.exempt).toBe(1);
});

test('who owns a delivery confirms it, and it passes at once', async ({
  page,
  context,
}) => {
  await lookAs(context, 'lukas');
  await page.goto('/catalog/default/component/booking-service/customers');
  const failing = page.getByRole('list', { name: 'Findings to act on' });
  const finding = failing
    .getByRole('listitem')
    .filter({ hasText: 'Confirmed by the customer side' });
  await expect(finding).toContainText('Fails');
  await finding.getByRole('button', { name: 'Confirm delivery' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Asked at the spring meeting');
  await dialog.getByRole('button', { name: 'Confirm delivery' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(finding).toHaveCount(0);
});

for (const view of ['overview', 'findings', 'exemptions']) {
  test(`axe finds no fault in the ${view}`, async ({ page }) => {
    await page.goto(`/customer-audit?view=${view}`);
    await expect(
      page.getByRole('navigation', { name: 'Views of the audit' }),
    ).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expectNoFaults(page);
  });
}

// The tests that follow need no portal that lives in another time than its database.
test.afterAll(() => writeFileSync(clockFile, '0'));

test('past its last day the finding counts again', async ({ page }) => {
  writeFileSync(clockFile, String(2 * DAY));
  await page.goto(findings);
  await expect(details(page)).toBeVisible();
  await page.goto('/customer-audit?view=exemptions');
  await page.getByLabel('State').click();
  await page.getByRole('option', { name: 'All' }).click();
  // Not the option of that name, which takes its time to go away.
  await expect(
    page
      .getByRole('list', { name: 'Exemptions' })
      .getByText('Expired', { exact: true }),
  ).toBeVisible();
});
