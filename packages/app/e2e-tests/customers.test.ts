import { expect } from '@playwright/test';
import { classicPortal, examplesPortal, expectNoFaults, test } from './portal';

test.describe('in the new frontend system', () => {
  test.use({ baseURL: examplesPortal });

  test('lists all customers, filtered and sorted by what the address says', async ({
    page,
  }) => {
    await page.goto('/customers');
    const table = page.getByRole('table', { name: 'Customers' });
    const travellers = table
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: 'Business travellers' }) });
    await expect(travellers).toContainText('Tier 1');
    await expect(travellers).toContainText('Segment of Travellers');
    await expect(travellers).toContainText('pillars pass');

    await table.getByRole('button', { name: 'Served by' }).press('Enter');
    await expect(page).toHaveURL(/sort/);
    await expect(table.getByRole('row').nth(1)).toContainText('Travellers');

    await page.goto('/customers?filters[stage]=back-stage');
    await expect(
      table.getByRole('link', { name: 'Head office' }),
    ).toBeVisible();
    await expect(table.getByRole('link', { name: 'Travellers' })).toHaveCount(
      0,
    );
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(
      table.getByRole('link', { name: 'Travellers' }).first(),
    ).toBeVisible();
  });

  test('leads from a customer to the team behind it and what that operates', async ({
    page,
  }) => {
    await page.goto('/customers');
    await page.getByRole('link', { name: 'Booking team' }).first().click();
    await page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name: 'Customers' })
      .click();
    for (const title of ['Readiness', 'Operates', 'Customer of']) {
      await expect(
        page.getByRole('heading', { name: title, exact: true }),
      ).toBeVisible();
    }
    await expect(page.getByText('Serves tier 1').first()).toBeVisible();
    await expectNoFaults(page);
  });

  test('lists all operations teams, the least ready first', async ({
    page,
  }) => {
    await page.goto('/operations-teams');
    const table = page.getByRole('table', { name: 'Operations teams' });
    await expect(table.getByRole('row').nth(1)).toContainText(
      /0 of 4 pass|not in the catalog/,
    );
    await expectNoFaults(page);
    await page.goto('/operations-teams?filters[ready]=ready');
    await expect(
      table.getByRole('link', { name: 'Platform operations' }),
    ).toBeVisible();
    await expect(table.getByRole('link', { name: 'Booking team' })).toHaveCount(
      0,
    );
  });

  test('is free of faults that axe finds', async ({ page }) => {
    await page.goto('/customers');
    await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible();
    await expectNoFaults(page);
  });
});

test('the app of the classic frontend system lists them, too', async ({
  page,
}) => {
  await page.goto(`${classicPortal}/customers`);
  await expect(
    page
      .getByRole('table', { name: 'Customers' })
      .getByRole('link', { name: 'gitlab-com-customers' }),
  ).toBeVisible();
  await page.goto(`${classicPortal}/operations-teams`);
  await expect(
    page.getByRole('table', { name: 'Operations teams' }).getByRole('row'),
  ).not.toHaveCount(0);
});
