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
      economic.getByRole('button', { name: new RegExp(`^${name} `) }),
    ).toBeVisible();
  }
  await expect(
    page
      .getByRole('list', { name: 'Internal customers, front-stage' })
      .getByRole('button', { name: 'Guest services' }),
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
      page.getByRole('heading', { name: layer, exact: true }),
    ).toBeVisible();
  }
});

test('leads from a customer to what serves it and to the teams behind', async ({
  page,
}) => {
  await page.goto(`${website}/customers`);
  await page.getByRole('button', { name: /^Holiday makers/ }).click();
  await page
    .getByRole('region', { name: 'Why Holiday makers is here' })
    .getByRole('link', { name: 'Holiday makers' })
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
      .getByRole('button', { name: 'Ministry of Transport' }),
  ).toBeVisible();
});

test('is free of faults that axe finds', async ({ page }) => {
  await page.goto(`${website}/customers`);
  await expect(
    page.getByRole('list', { name: 'Economic customers' }),
  ).toBeVisible();
  await expectNoFaults(page);
});

test('lights up what ties a thing to the customers, and says why it is there', async ({
  page,
}) => {
  await page.goto(`${website}/customers`);
  const lit = page.locator('[data-light="true"]');
  const database = page.getByRole('button', { name: 'Booking database' });
  await expect(database).toBeVisible();
  await expect(lit).toHaveCount(0);

  await database.hover();
  await expect(database).toHaveAttribute('data-light', 'true');
  await expect(
    page.getByRole('button', { name: /^Holiday makers/ }),
  ).toHaveAttribute('data-light', 'true');
  await expect(
    page.getByRole('button', { name: 'Rack servers' }),
  ).not.toHaveAttribute('data-light', 'true');

  await database.focus();
  await page.keyboard.press('Enter');
  const why = page.getByRole('region', {
    name: 'Why Booking database is here',
  });
  await expect(why).toContainText(/is here because Booking website .*, which/);
  await expect(
    why.getByRole('link', { name: 'Booking database' }),
  ).toBeVisible();
  await expectNoFaults(page);
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await expect(database).toBeFocused();
});
