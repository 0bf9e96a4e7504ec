import { expect } from '@playwright/test';
import { askAsGuest, examplesPortal, test } from './portal';

test.use({ baseURL: examplesPortal });

// Each entity of examples/mistakes.yaml, and the words by which its tab tells what is wrong.
const mistakes = {
  'snore-detector': [
    'last Tuesday',
    'pillow',
    'customer:default/sleepwalkers" was refused by the catalog',
    'spec.tier is 9: must be at most 4',
  ],
  'ghost-train': ['phantom-passengers', 'user:default/otto', 'midnight-shift'],
  'lost-and-found': ['Did you mean "customer-layer.io/economic-customers"?'],
  chicken: ['rests on itself'],
  egg: ['rests on itself'],
  'upper-berth': ['is part of itself'],
  'lower-berth': ['is part of itself'],
};

for (const [name, words] of Object.entries(mistakes)) {
  test(`tells what is wrong with ${name}`, async ({ page }) => {
    await page.goto(`/catalog/default/component/${name}/customers`);
    const alert = page.getByRole('alert');
    for (const word of words) {
      await expect(alert).toContainText(word);
    }
  });
}

test('a Customer that is not valid stays out of the catalog', async ({
  request,
}) => {
  const guest = await askAsGuest(examplesPortal, request);
  const valid = await guest.get(
    '/catalog/entities/by-name/customer/default/travellers',
  );
  expect(valid.status()).toBe(200);
  const refused = await guest.get(
    '/catalog/entities/by-name/customer/default/sleepwalkers',
  );
  expect(refused.status()).toBe(404);
});
