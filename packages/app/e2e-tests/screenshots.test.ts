import { expect } from '@playwright/test';
import { classicPortal, examplesPortal, test } from './portal';

// Pictures for review, in test-results/screenshots. They are not compared.
const views = [
  [
    'service',
    `${examplesPortal}/catalog/default/component/booking-website/customers`,
  ],
  [
    'customer',
    `${examplesPortal}/catalog/default/customer/travellers/customers`,
  ],
  [
    'mistakes',
    `${examplesPortal}/catalog/default/component/ghost-train/customers`,
  ],
  ['classic', `${classicPortal}/catalog/default/component/web/customers`],
  ['customers', `${examplesPortal}/customers`],
  ['operations-teams', `${examplesPortal}/operations-teams`],
  ['operations-teams-classic', `${classicPortal}/operations-teams`],
  ['customers-classic', `${classicPortal}/customers`],
  ['team', `${examplesPortal}/catalog/default/group/booking-team/operations`],
  [
    'impact',
    `${examplesPortal}/customer-impact?entity=resource:default/booking-database`,
  ],
  [
    'impact-change',
    `${examplesPortal}/customer-impact?entity=resource:default/booking-database&entity=component:default/crew-roster&mode=change`,
  ],
  ['impact-start', `${examplesPortal}/customer-impact`, 'For example'],
  [
    'impact-classic',
    `${classicPortal}/customer-impact?entity=component:default/web`,
  ],
  ['audit', `${examplesPortal}/customer-audit`, 'By owner'],
  [
    'findings',
    `${examplesPortal}/customer-audit?view=findings&filters[rule][0]=known-references`,
    'Ghost train',
  ],
  ['audit-classic', `${classicPortal}/customer-audit`, 'By owner'],
  [
    'readiness',
    `${examplesPortal}/catalog/default/group/booking-team`,
    'Staffed',
  ],
  ['coverage', `${examplesPortal}/customer-coverage`, 'by inheritance'],
] as const;

for (const [name, address, text = 'Computed from the catalog'] of views) {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1280, 600]) {
      test(`${name}, ${theme}, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        // Backstage keeps the choice under this key.
        await page.addInitScript(
          chosen => localStorage.setItem('theme', chosen),
          theme,
        );
        await page.goto(address);
        await expect(page.getByText(text).first()).toBeVisible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
        await page.screenshot({
          path: `test-results/screenshots/${name}-${theme}-${width}.png`,
          fullPage: true,
          animations: 'disabled',
        });
      });
    }
  }
}
