import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Page } from '@playwright/test';
import { expectNoFaults, test } from './portal';
import { startStripped, StrippedPortal } from './stripped';

// From a catalog in which nobody has annotated anything to one in which most of it has a customer: in the portal, by at
// most ten decisions, each of which is one change that somebody looks at and confirms.

const docs = readFileSync(join(__dirname, '../../../docs/day-one.md'), 'utf8');

const MOST_DECISIONS = 10;
const ENOUGH = 0.8;

type Role = 'Economic customers' | 'Internal customers';

type Decision = {
  /** The place that the guide has first, or all of a type that lack an economic customer. */
  on: { first: string } | { type: string };
  customer: string;
  as: Role;
  /** How many entities have a customer afterwards. */
  covered: number;
};

type Covered = { covered: number; entities: number };

type Journey = {
  catalog: string;
  /** How many could have customers. */
  entities: number;
  customers: Array<{ name: string; type: 'Economic' | 'Internal' }>;
  decisions: Decision[];
};

// A company with Domains and Systems: what is said of a few of them reaches most of it.
const moonline: Journey = {
  catalog: 'examples/catalog.yaml',
  entities: 62,
  customers: [
    { name: 'Travellers', type: 'Economic' },
    { name: 'Moonline staff', type: 'Internal' },
  ],
  decisions: [
    {
      on: { first: 'Selling' },
      customer: 'Travellers',
      as: 'Economic customers',
      covered: 36,
    },
    {
      on: { first: 'Travelling' },
      customer: 'Travellers',
      as: 'Economic customers',
      covered: 45,
    },
    {
      on: { first: 'Company' },
      customer: 'Moonline staff',
      as: 'Internal customers',
      covered: 52,
    },
  ],
};

// A catalog without a System, in which few entities say what they depend on: beyond the first two places many are taken at once.
const gitlab: Journey = {
  catalog: 'examples/gitlab-2022/catalog-info.yaml',
  entities: 55,
  customers: [
    { name: 'GitLab.com customers', type: 'Economic' },
    { name: 'GitLab engineers', type: 'Internal' },
  ],
  decisions: [
    {
      on: { first: 'Console Access' },
      customer: 'GitLab engineers',
      as: 'Internal customers',
      covered: 8,
    },
    {
      on: { first: 'Kubernetes Agent' },
      customer: 'GitLab.com customers',
      as: 'Economic customers',
      covered: 9,
    },
    {
      on: { type: 'infrastructure' },
      customer: 'GitLab engineers',
      as: 'Internal customers',
      covered: 24,
    },
    {
      on: { type: 'service' },
      customer: 'GitLab.com customers',
      as: 'Economic customers',
      covered: 38,
    },
    {
      on: { type: 'database' },
      customer: 'GitLab.com customers',
      as: 'Economic customers',
      covered: 52,
    },
  ],
};

/** How many entities have a customer, as the page says it. */
const coverage = (page: Page, { covered, entities }: Covered) =>
  page.getByText(
    `${covered} of ${entities} entities have a customer in at least one role.`,
  );

/** How coverage grew from decision to decision, in per cent, as the docs draw it. */
const lineOf = (curve: Covered[]) =>
  `line [${curve
    .map(({ covered, entities }) => Math.floor((100 * covered) / entities))
    .join(', ')}]`;

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
  await page.screenshot({
    path: `test-results/screenshots/day-one-${type}.png`,
    fullPage: true,
  });
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
      const { entities, customers, decisions } = journey;
      const curve = [0, ...decisions.map(({ covered }) => covered)].map(
        covered => ({ covered, entities }),
      );
      const shown = async (step: number) => {
        await expect(coverage(page, curve[step])).toBeVisible({
          timeout: 60_000,
        });
        await page.screenshot({
          path: `test-results/screenshots/day-one-${name}-${step}.png`,
          fullPage: true,
        });
      };
      await page.goto(`${portal.address}/customer-coverage`);
      await expect(
        page.getByRole('heading', { name: 'Begin here' }),
      ).toBeVisible();
      await shown(0);
      await expectNoFaults(page);
      await createCustomers(page, customers);
      for (const [index, decision] of decisions.entries()) {
        await decide(page, decision);
        await shown(index + 1);
      }
      await expectNoFaults(page);
      expect(curve[decisions.length].covered / entities).toBeGreaterThan(
        ENOUGH,
      );
      expect(decisions.length).toBeLessThanOrEqual(MOST_DECISIONS);
      expect(docs).toContain(lineOf(curve));
    });
  });
}
