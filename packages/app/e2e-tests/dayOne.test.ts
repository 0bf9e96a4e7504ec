import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Page } from '@playwright/test';
import { expectNoFaults, test } from './portal';
import { startStripped, StrippedPortal } from './stripped';

// From a catalog in which nobody has annotated anything to one in which most of it has a customer: in the portal, by at
// most ten decisions, each of which is one change that somebody looks at and confirms.

const MOST_DECISIONS = 10;
const ENOUGH = 0.8;

type Role = 'Economic customers' | 'Internal customers';

type Decision = {
  /** The place that the guide has first, or all of a type that lack an economic customer. */
  on: { first: string } | { type: string };
  customer: string;
  as: Role;
};

type Journey = {
  catalog: string;
  customers: Array<{ name: string; type: 'Economic' | 'Internal' }>;
  decisions: Decision[];
};

// A company with Domains and Systems: what is said of a few of them reaches most of it.
const moonline: Journey = {
  catalog: 'examples/catalog.yaml',
  customers: [
    { name: 'Travellers', type: 'Economic' },
    { name: 'Moonline staff', type: 'Internal' },
  ],
  decisions: [
    {
      on: { first: 'Selling' },
      customer: 'Travellers',
      as: 'Economic customers',
    },
    {
      on: { first: 'Travelling' },
      customer: 'Travellers',
      as: 'Economic customers',
    },
    {
      on: { first: 'Company' },
      customer: 'Moonline staff',
      as: 'Internal customers',
    },
  ],
};

// A catalog without a System, in which few entities say what they depend on: beyond the first two places many are taken at once.
const gitlab: Journey = {
  catalog: 'examples/gitlab-2022/catalog-info.yaml',
  customers: [
    { name: 'GitLab.com customers', type: 'Economic' },
    { name: 'GitLab engineers', type: 'Internal' },
  ],
  decisions: [
    {
      on: { first: 'Console Access' },
      customer: 'GitLab engineers',
      as: 'Internal customers',
    },
    {
      on: { first: 'Kubernetes Agent' },
      customer: 'GitLab.com customers',
      as: 'Economic customers',
    },
    {
      on: { type: 'infrastructure' },
      customer: 'GitLab engineers',
      as: 'Internal customers',
    },
    {
      on: { type: 'service' },
      customer: 'GitLab.com customers',
      as: 'Economic customers',
    },
    {
      on: { type: 'database' },
      customer: 'GitLab.com customers',
      as: 'Economic customers',
    },
  ],
};

/** How much of the catalog has a customer, as the page says it. */
async function readCovered(page: Page) {
  const text = await page
    .getByText(/entities have a customer in at least one role/)
    .textContent();
  const [covered, entities] = text!.match(/\d+/g)!.map(Number);
  return { covered, entities };
}

async function createCustomers(page: Page, customers: Journey['customers']) {
  for (const [index, { name, type }] of customers.entries()) {
    if (index > 0) {
      await page.getByRole('button', { name: 'Add another' }).click();
    }
    const fields = page.getByRole('group', { name: `Customer ${index + 1}` });
    await fields.getByLabel('Name').fill(name);
    await fields.getByLabel('Type').click();
    await page.getByRole('option', { name: type }).click();
  }
  await page
    .getByRole('button', { name: `Create ${customers.length} customers` })
    .click();
  await expect(
    page.getByText(`The catalog knows ${customers.length} customers.`),
  ).toBeVisible();
}

/** Opens the dialog for the place that the guide has first, which must be this one. */
async function takeFirst(page: Page, name: string) {
  const first = page
    .getByRole('list', { name: 'Where to begin' })
    .getByRole('button', { name: /^Assign to / })
    .first();
  await expect(first).toHaveAccessibleName(`Assign to ${name}`);
  await first.click();
}

/** Opens the dialog for all of a type that lack an economic customer. */
async function takeMany(page: Page, type: string) {
  if (!page.url().includes('view=gaps')) {
    await page.getByRole('link', { name: 'Show that list' }).click();
  }
  await page.getByRole('search').getByLabel('Type').fill(type);
  await expect(page).toHaveURL(new RegExp(type));
  await page
    .getByRole('button', { name: /^Select (all|the) \d+ that/ })
    .click();
  await page.getByRole('button', { name: 'Assign to selected…' }).click();
}

async function decide(page: Page, { on, customer, as }: Decision) {
  await ('first' in on ? takeFirst(page, on.first) : takeMany(page, on.type));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(as, { exact: true }).fill(customer);
  await page.getByRole('option', { name: customer }).click();
  if (as === 'Internal customers') {
    await dialog
      .getByLabel('Economic customers: Nobody, and that is right')
      .check();
  }
  await dialog.getByRole('button', { name: 'See what would happen' }).click();
  await dialog.getByRole('button', { name: /^Assign to \d+ entit/ }).click();
  await expect(dialog.getByText(/^\d+ assigned$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
}

for (const [name, journey] of Object.entries({ moonline, gitlab })) {
  test.describe(name, () => {
    let portal: StrippedPortal;

    test.beforeAll(async () => {
      test.setTimeout(300_000);
      portal = await startStripped(journey.catalog);
    });

    test.afterAll(() => portal.stop());

    test('goes from nothing to most of the catalog', async ({ page }) => {
      test.setTimeout(300_000);
      const { customers, decisions } = journey;
      const picture = (of: string) =>
        page.screenshot({
          path: `test-results/screenshots/day-one-${name}-${of}.png`,
          fullPage: true,
        });
      await page.goto(`${portal.address}/customer-coverage`);
      await expect(
        page.getByRole('heading', { name: 'Begin here' }),
      ).toBeVisible();
      await expectNoFaults(page);
      await picture('0');
      await createCustomers(page, customers);

      const curve = [{ decision: {}, ...(await readCovered(page)) }];
      expect(curve[0].covered).toBe(0);
      for (const [index, decision] of decisions.entries()) {
        const before = curve[index].covered;
        await decide(page, decision);
        await expect
          .poll(async () => (await readCovered(page)).covered, {
            timeout: 60_000,
          })
          .toBeGreaterThan(before);
        curve.push({ decision, ...(await readCovered(page)) });
        await picture(String(index + 1));
      }
      await expectNoFaults(page);
      const folder = 'test-results/day-one';
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, `${name}.json`),
        `${JSON.stringify(curve, null, 2)}\n`,
      );
      const { covered, entities } = curve[curve.length - 1];
      expect(covered / entities).toBeGreaterThan(ENOUGH);
      expect(decisions.length).toBeLessThanOrEqual(MOST_DECISIONS);
    });
  });
}
