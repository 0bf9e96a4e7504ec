import { expect } from '@playwright/test';
import { examplesPortal, expectNoFaults, test } from './portal';

test.use({ baseURL: examplesPortal });

const website = '/catalog/default/component/booking-website';

test('says of a service whom it is for, who keeps it running and what it rests on', async ({
  page,
}) => {
  await page.goto(website);
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Customers' })
    .click();

  const economic = page.getByRole('list', { name: 'Economic customers' });
  await expect(economic.getByRole('listitem')).toHaveCount(4);
  for (const name of [
    'Business travellers',
    'Holiday makers',
    'Rail pass holders',
    'Travellers',
  ]) {
    await expect(
      economic.getByRole('link', { name, exact: true }),
    ).toBeVisible();
  }
  await expect(
    page
      .getByRole('list', { name: 'Internal customers, front-stage' })
      .getByRole('link', { name: 'Guest services' }),
  ).toBeVisible();

  const operations = page.getByRole('list', {
    name: 'Operations team',
    exact: true,
  });
  await expect(
    operations.getByRole('link', { name: 'Platform operations' }),
  ).toBeVisible();
  await expect(operations).toContainText('4 of 4');

  for (const layer of ['Data', 'Runtime', 'Servers', 'Network', 'Facilities']) {
    await expect(
      page.getByRole('heading', { name: new RegExp(`^${layer} `) }),
    ).toBeVisible();
  }
});

test('leads from a customer to what serves it and to the teams behind', async ({
  page,
}) => {
  await page.goto(website);
  await page
    .getByRole('link', { name: 'Holiday makers', exact: true })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: 'Holiday makers' }),
  ).toBeVisible();

  await page.goto('/catalog/default/customer/travellers/customers');
  for (const title of ['Served by', 'Operations teams', 'Rests on']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  const teams = page.getByRole('list', { name: 'Operations teams' });
  await expect(teams.getByRole('link', { name: 'Booking team' })).toBeVisible();
  await expect(teams).toContainText('Weakest');
});

test('shows the opaque customer by its title', async ({ page }) => {
  await page.goto('/catalog/default/component/wake-up-call/customers');
  await expect(
    page
      .getByRole('list', { name: 'Economic customers' })
      .getByRole('link', { name: 'Ministry of Transport' }),
  ).toBeVisible();
});

test('is free of faults that axe finds', async ({ page }) => {
  await page.goto(`${website}/customers`);
  await expect(
    page.getByRole('list', { name: 'Economic customers' }),
  ).toBeVisible();
  await expectNoFaults(page);
});
