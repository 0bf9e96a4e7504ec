import { expect, Locator } from '@playwright/test';
import { examplesPortal, test } from './portal';

test.use({ baseURL: examplesPortal });

/** Clicks one thing after the other. */
async function click(...things: Locator[]) {
  for (const thing of things) {
    await thing.click();
  }
}

test.describe('answers in as many clicks as docs/screens.md says', () => {
  test('who is hit', async ({ page }) => {
    await page.goto('/catalog/default/resource/booking-database');
    await click(
      page.getByRole('button', { name: 'More' }),
      page.getByRole('menuitem', { name: 'Who is hit if this fails?' }),
    );
    await expect(
      page.getByText(/customers are hit, .* of tier 1/).first(),
    ).toBeInViewport();
  });

  test('what a customer rests on', async ({ page }) => {
    await page.goto('/');
    await click(
      page.getByRole('link', { name: 'Customers', exact: true }),
      page.getByRole('link', { name: 'Travellers', exact: true }).first(),
      page
        .getByRole('navigation', { name: 'Content navigation' })
        .getByRole('link', { name: 'Customers' }),
    );
    await expect(
      page.getByRole('heading', { name: 'Served by' }),
    ).toBeInViewport();
  });

  test('which operations teams are not ready', async ({ page }) => {
    await page.goto('/');
    await click(page.getByRole('link', { name: 'Operations', exact: true }));
    await expect(
      page.getByRole('table', { name: 'Operations teams' }).getByRole('row'),
    ).not.toHaveCount(0);
    await expect(page.getByText('0 of 4 pass').first()).toBeInViewport();
  });
});
