import { expect, Page } from '@playwright/test';
import { classicPortal, examplesPortal, expectNoFaults, test } from './portal';

// The narrowest at which Backstage still shows its sidebar beside a page.
const NARROW = { width: 600, height: 900 };

/** Chooses German where a user does. */
async function chooseGerman(page: Page, portal: string) {
  await page.goto(`${portal}/settings`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
}

/** What stands out of the page at its right-hand side; what scrolls or is hidden within something does not. */
const standingOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isCut = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' ||
        isCut(element.parentElement));
    return [...document.querySelectorAll('main *, article *')]
      .filter(
        element =>
          element.getBoundingClientRect().right > width + 1 &&
          !isCut(element.parentElement),
      )
      .map(element => element.textContent);
  });

test('the Customers tab speaks German where a user chose it, and fits into little room', async ({
  page,
}) => {
  test.slow(); // axe looks at all of a long page.
  await page.setViewportSize(NARROW);
  await chooseGerman(page, examplesPortal);

  await page.goto(
    `${examplesPortal}/catalog/default/component/booking-website/customers`,
  );
  await expect(
    page.getByRole('list', { name: 'Wirtschaftliche Kunden' }),
  ).toContainText('Holiday makers');
  for (const layer of ['Daten', 'Laufzeit', 'Server', 'Netz']) {
    await expect(
      page.getByRole('heading', { name: layer, exact: true }),
    ).toBeVisible();
  }
  // Ages follow the language too.
  await expect(
    page.getByText(/^Geprüft (jetzt|vor .*|gestern)\.$/),
  ).toBeVisible();
  expect(await standingOut(page)).toEqual([]);
  await expectNoFaults(page);

  await page.getByRole('button', { name: 'Booking database' }).click();
  await expect(
    page.getByRole('region', { name: 'Warum hier: Booking database' }),
  ).toContainText(/Grund für Booking database: Booking website .*, und das /);
  expect(await standingOut(page)).toEqual([]);
});

test('the classic app speaks German, too', async ({ page }) => {
  await chooseGerman(page, classicPortal);
  await page.goto(`${classicPortal}/catalog/default/component/web`);
  await expect(
    page.getByRole('link', { name: 'Kunden und Infrastruktur' }),
  ).toBeVisible();
});
