import { expect } from '@playwright/test';
import { examplesPortal, test } from './portal';

test.use({ baseURL: examplesPortal });

test('signs in without asking, and lists the customers', async ({ page }) => {
  await page.goto('/');
  await expect(
    page.getByRole('link', { name: 'Attendant tablet' }),
  ).toBeVisible();

  await page.goto('/?filters[kind]=customer');
  for (const name of ['Travellers', 'Ministry of Transport', 'Head office']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
});

test('the catalog graph draws the relations of the customer layer', async ({
  page,
}) => {
  await page.goto(
    '/catalog-graph?rootEntityRefs[]=component:default/attendant-tablet&maxDepth=1',
  );
  await expect(
    page.getByText('hasInternalCustomer / internalCustomerOf').first(),
  ).toBeVisible();
  await expect(page.getByText('Sleeping-car attendants').first()).toBeVisible();
});

test('the overview of a service has a card with its customers', async ({
  page,
}) => {
  await page.goto('/catalog/default/resource/booking-database');
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Platform operations' }).first(),
  ).toBeVisible();
});
