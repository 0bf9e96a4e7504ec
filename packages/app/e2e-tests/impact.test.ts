import { expect } from '@playwright/test';
import { examplesPortal, expectNoFaults, test } from './portal';

test.use({
  baseURL: examplesPortal,
  permissions: ['clipboard-read', 'clipboard-write'],
});

const DATABASE = '/customer-impact?entity=resource:default/booking-database';

const HEADLINE =
  /12 customers are hit, 4 of tier 1, 264 million EUR and 46 million CHF a year at risk; call Platform operations/;

test('leads from the menu of an entity to who is hit if it fails', async ({
  page,
}) => {
  await page.goto('/catalog/default/resource/booking-database');
  await page.getByRole('button', { name: 'More' }).click();
  await page
    .getByRole('menuitem', { name: 'Who is hit if this fails?' })
    .click();
  await expect(page).toHaveURL(/customer-impact\?entity=/);
  await expect(page.getByRole('status')).toHaveText(HEADLINE);

  await page.goto('/catalog/default/resource/booking-database/customers');
  await page.getByRole('link', { name: 'Who is hit if this fails?' }).click();
  await expect(page.getByRole('status')).toHaveText(HEADLINE);
});

test('shows customers by tier, how to reach the teams, and the way between', async ({
  page,
}) => {
  await page.goto(DATABASE);
  await expect(
    page
      .getByRole('list', { name: 'Tier 1' })
      .getByRole('link', { name: 'Travellers', exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'On call: Platform operations' }),
  ).toHaveAttribute('href', 'https://oncall.moonline.example/platform');

  await page.getByRole('button', { name: 'Show the graph' }).click();
  const graph = page.getByRole('img', { name: /Graph of the impact/ });
  await expect(
    graph.getByText('Business travellers', { exact: true }),
  ).toBeVisible();
  await expectNoFaults(page);
});

test('copies a text for the channel of the incident', async ({ page }) => {
  await page.goto(DATABASE);
  await expect(
    page.getByRole('link', { name: 'On call: Platform operations' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^OUTAGE: Booking database\n12 customers are hit/);
  expect(text).toContain(
    '- Platform operations: https://oncall.moonline.example/platform',
  );
  expect(text).toContain(`${examplesPortal}${DATABASE}`);
});

test('tells who must be told of a planned change', async ({ page }) => {
  await page.goto('/customer-impact');
  const picker = page.getByRole('textbox', { name: 'What fails?' });
  await picker.fill('booking data');
  await page.getByRole('option', { name: /Booking database/ }).click();
  await expect(page.getByRole('status')).toHaveText(HEADLINE);
  await page.getByRole('button', { name: 'Planned change' }).click();
  await expect(page).toHaveURL(/mode=change/);
  const told = page.getByRole('list', { name: 'Who must be told' });
  await expect(told).toContainText(/Booking team.*Owns: .*Booking service/);
  await expect(told).toContainText(
    /Platform operations.*Owns: Booking database/,
  );
  await expectNoFaults(page);
});

test('says what to do where nothing is picked, nobody is hit, or nothing has that name', async ({
  page,
}) => {
  await page.goto('/customer-impact');
  await expect(
    page.getByRole('heading', { name: 'Pick what is down' }),
  ).toBeVisible();
  await expectNoFaults(page);

  await page.goto('/customer-impact?entity=component:default/no-such-thing');
  await expect(
    page.getByText('The catalog has no "component:default/no-such-thing"'),
  ).toBeVisible();
});
