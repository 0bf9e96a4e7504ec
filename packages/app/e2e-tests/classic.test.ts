import { expect } from '@playwright/test';
import { classicPortal, test } from './portal';

test.use({ baseURL: classicPortal });

test('the app of the classic frontend system has the card and the tab', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/web');
  await page.getByRole('tab', { name: 'Customers' }).click();
  await expect(
    page
      .getByRole('list', { name: 'Economic customers' })
      .getByRole('button', { name: /^gitlab-com-customers/ }),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'Overview' }).click();
  await page
    .getByRole('link', { name: 'Customers and infrastructure' })
    .click();
  await expect(page).toHaveURL(/\/component\/web\/customers$/);
});

test('its catalog graph draws the relations of the customer layer', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/web');
  await expect(
    page.getByText('hasEconomicCustomer / economicCustomerOf').first(),
  ).toBeVisible();
});

test('the menu of an entity leads to who is hit if it fails', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/web');
  await page.getByRole('button', { name: 'more' }).click();
  await page
    .getByRole('menuitem', { name: 'Who is hit if this fails?' })
    .click();
  await expect(page).toHaveURL(/customer-impact\?entity=/);
  await expect(page.getByRole('status')).toContainText('are hit');
});
