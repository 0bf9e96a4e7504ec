import { expect, Page } from '@playwright/test';
import { classicPortal, examplesPortal, test } from './portal';

// The list is the first page that some of these open, and asks for much.
test.slow();
const soon = { timeout: 45_000 };

const choose = async (page: Page, filter: string, option: string) => {
  await page.getByLabel(filter).click(soon);
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
};

test('the list tells for whom each entity is and who operates it', async ({
  page,
}) => {
  await page.goto(`${examplesPortal}/?filters[kind]=component`);
  const row = page.getByRole('row', { name: 'Crew roster' });
  await expect(row).toContainText('Sleeping-car attendants', soon);
  await expect(row).toContainText(/Office team\s*\(assumed\)/);
  await expect(page.getByRole('row', { name: 'Lost and found' })).toContainText(
    'No customer',
  );

  await page.goto(`${examplesPortal}/?filters[kind]=group`);
  await expect(page.getByRole('link', { name: 'Booking team' })).toBeVisible();
  await expect(
    page.getByRole('columnheader', { name: 'Customers' }),
  ).toHaveCount(0);
});

test('the list is filtered by customer and operations team, and leads to what has none', async ({
  page,
}) => {
  await page.goto(`${examplesPortal}/?filters[kind]=component`);
  await choose(page, 'Economic customer', 'Rail pass holders');
  await expect(page).toHaveURL(/economicCustomer/);
  await expect(page.getByRole('row', { name: 'Crew roster' })).toHaveCount(0);
  await expect(page.getByRole('row', { name: 'Booking website' })).toBeVisible(
    soon,
  );

  await page.reload();
  await expect(page.getByRole('row', { name: 'Booking website' })).toBeVisible(
    soon,
  );
  await expect(page.getByRole('row', { name: 'Crew roster' })).toHaveCount(0);

  await page.getByRole('link', { name: 'No customer' }).first().click();
  await expect(page).toHaveURL(/customer-audit\?view=findings/);
  await expect(
    page.getByRole('link', { name: 'Lost and found' }).first(),
  ).toBeVisible();
});

test('the classic list has the columns and the filters as well', async ({
  page,
}) => {
  await page.goto(`${classicPortal}/catalog?filters[kind]=component`);
  await expect(
    page.getByRole('columnheader', { name: 'Customers' }),
  ).toBeVisible();
  const missing = page.getByRole('group', { name: 'Not declared' });
  await expect(missing).toBeVisible();
  await missing.getByRole('checkbox', { name: 'No operations team' }).check();
  await expect(page).toHaveURL(/undeclared/);
});
