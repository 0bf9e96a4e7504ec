import { BrowserContext, expect, Page } from '@playwright/test';
import { askAsGuest, examplesPortal, expectNoFaults, test } from './portal';

// Other tests share the portal, so all that is assigned here is taken back, and the last lines make sure of it.

test.use({ baseURL: examplesPortal });
// On a busy machine axe takes its time.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

// Its file names an internal customer, and nobody who pays.
const SUBJECT = 'Berth map playground';
const subject = '/catalog/default/component/berth-map-playground/customers';
const OWNER = 'lukas';
const SOMEBODY_ELSE = 'otto';
const REASON = 'Travellers try out new carriages there';

const DIALOG = '[role="dialog"]';
const dialogOf = (page: Page) => page.getByRole('dialog');

const press = (page: Page, name: string) =>
  dialogOf(page).getByRole('button', { name, exact: true }).click();

const outcomeOf = (page: Page, name: string) =>
  dialogOf(page)
    .getByRole('table', { name: 'What becomes of each entity' })
    .getByRole('row', { name });

const assign = (page: Page) =>
  page.getByRole('button', { name: 'Assign', exact: true }).first();

const said = (page: Page, what: string) =>
  page
    .getByRole('list', { name: 'Declarations in force, and who made them' })
    .getByRole('listitem')
    .filter({ hasText: what });

const payingCustomers = (page: Page) =>
  page.getByRole('list', { name: 'Economic customers' });

async function choose(page: Page, field: string, name: string) {
  await dialogOf(page).getByLabel(field, { exact: true }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

async function lookAs(context: BrowserContext, user: string) {
  await context.addCookies([
    {
      name: 'persona',
      value: encodeURIComponent(`user:default/${user}`),
      url: examplesPortal,
    },
  ]);
}

test.afterAll(async ({ request }) => {
  const guest = await askAsGuest(examplesPortal, request);
  const changes = '/catalog/customer-layer/v1/assignments/changes';
  const answer = await guest.get(`${changes}?limit=100`);
  const { items } = await answer.json();
  // A test that failed half-way has left something. The newest comes first, as it has to.
  for (const { id, undoes, undoneBy } of items) {
    if (!undoes && !undoneBy) {
      await guest.post(`${changes}/${id}/undo`, {});
    }
  }
  await expect
    .poll(async () => {
      const assigned = await guest.get(
        '/catalog/entities/by-query?limit=0&filter=metadata.annotations.customer-layer.io/assigned',
      );
      return (await assigned.json()).totalItems;
    })
    .toBe(0);
});

test('assigns on the tab, shows where the file wins, and says who says so', async ({
  page,
}) => {
  await page.goto(subject);
  await assign(page).click();
  await expect(dialogOf(page)).toHaveAccessibleName(`Assign to ${SUBJECT}`);
  await press(page, 'More declarations');
  await choose(page, 'Economic customers', 'Holiday makers');
  await choose(page, 'Internal customers', 'Finance');
  await dialogOf(page).getByLabel('Reason').fill(REASON);
  await expectNoFaults(page, DIALOG);

  await press(page, 'See what would happen');
  const outcome = outcomeOf(page, SUBJECT);
  await expect(outcome).toContainText('Partly heard');
  await expect(outcome).toContainText(/NothingInternal.*Holiday makersportal/);
  await expect(outcome).toContainText(
    'Booking teamcatalog fileThe catalog file wins. To change Internal customers, change the file',
  );
  await expectNoFaults(page, DIALOG);
  await expect(payingCustomers(page)).toHaveCount(0);

  await press(page, 'Assign to 1 entity');
  await expect(dialogOf(page)).toContainText('Step 3 of 3: done');
  await expectNoFaults(page, DIALOG);
  await press(page, 'Close');

  await expect(payingCustomers(page)).toContainText('Holiday makers');
  await expect(payingCustomers(page)).toContainText('assigned in the portal');
  await expect(said(page, 'Economic customers')).toContainText(
    /assigned in the portal by Freya Olsen, .*: “Travellers try out/,
  );
  await expect(said(page, 'Internal customers')).toContainText(
    'Booking teamcatalog fileNot heard: portal says Finance',
  );
});

test('exports what was assigned, tells how it came about, and undoes it with one click', async ({
  page,
}) => {
  await page.goto(subject);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(dialogOf(page).getByLabel('What to commit')).toHaveValue(
    /name: berth-map-playground[^]*customer-layer.io\/economic-customers: customer:default\/holiday-makers\n$/,
  );
  await expectNoFaults(page, DIALOG);
  await dialogOf(page).getByLabel('Patch of the catalog files').check();
  await expect(dialogOf(page).getByLabel('What to commit')).toHaveValue(
    /^Repository: [^]*\n\+ +customer-layer\.io\/economic-customers: customer:default\/holiday-makers\n/,
  );
  await press(page, 'Close');

  await page.getByRole('button', { name: 'History' }).click();
  const change = page
    .getByRole('list', { name: 'Changes, the newest first' })
    .getByRole('listitem')
    .filter({ hasText: REASON });
  await expect(change.first()).toContainText(
    'Economic customers: Nothing → Holiday makers',
  );
  await expectNoFaults(page);
  await change
    .getByRole('button', { name: /^Undo the change/ })
    .first()
    .click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(payingCustomers(page)).toHaveCount(0);
  await expect(said(page, 'Internal customers')).not.toContainText('Finance');
});

test('assigns what puts findings right to many entities at once, and takes it back', async ({
  page,
}) => {
  await page.goto(
    '/customer-audit?view=findings&filters[rule][0]=consumable&filters[kind][0]=component',
  );
  const boxes = page.getByRole('checkbox', { name: /^Select .+: / });
  await boxes.nth(0).check();
  await boxes.nth(1).press('Space');
  await expect(page.getByText('2 findings selected')).toBeVisible();
  await expectNoFaults(page);
  await page.getByRole('button', { name: 'Assign…' }).click();
  await dialogOf(page).getByLabel('Support').fill('help@moonline.example');
  await expect(dialogOf(page)).toContainText('is not a full URL');
  await dialogOf(page)
    .getByLabel('Support')
    .fill('mailto:help@moonline.example');
  await press(page, 'See what would happen');
  await press(page, 'Assign to 2 entities');
  await expect(dialogOf(page)).toContainText('2 assigned');
  await press(page, 'Undo this change');
  await expect(dialogOf(page)).toContainText('2 put back');
  await press(page, 'Close');
  await expect(
    page.getByText('These findings are judged again at the next audit.'),
  ).toBeVisible();
});

test('assigns a customer, or a team, to entities that one chooses', async ({
  page,
}) => {
  await page.goto('/catalog/default/customer/holiday-makers/customers');
  const open = page.getByRole('button', { name: 'Assign to entities…' });
  await open.click();
  await press(page, 'Next');
  await expect(dialogOf(page).getByRole('alert')).toHaveText(
    'Choose at least one entity first.',
  );
  await choose(page, 'Entities', SUBJECT);
  await press(page, 'Next');
  await press(page, 'See what would happen');
  await expect(outcomeOf(page, SUBJECT)).toContainText('Holiday makersportal');
  await press(page, 'Cancel');
  await expect(dialogOf(page)).toHaveCount(0);
  await expectNoFaults(page);

  await page.goto('/catalog/default/group/platform-operations/operations');
  await open.click();
  await expect(
    dialogOf(page).getByRole('group', { name: 'Assign as' }),
  ).toBeVisible();
  await expectNoFaults(page, DIALOG);
  await press(page, 'Cancel');
  await expect(said(page, 'On-call')).toContainText('catalog file');
  await expectNoFaults(page);
});

test('lets owners assign, and nobody else', async ({ page, context }) => {
  await lookAs(context, SOMEBODY_ELSE);
  await page.goto(subject);
  await expect(
    page.getByText(/You may not assign anything to it/),
  ).toBeVisible();
  await expect(assign(page)).toHaveCount(0);

  await lookAs(context, OWNER);
  await page.reload();
  await expect(assign(page)).toBeVisible();
});
