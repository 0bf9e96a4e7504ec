import AxeBuilder from '@axe-core/playwright';
import {
  APIRequestContext,
  expect,
  Page,
  test as base,
} from '@playwright/test';

/** Where the portal with the examples is; playwright.config.ts starts it. */
export const examplesPortal = `http://localhost:${process.env.EXAMPLES_PORT}`;

/** Where the classic app with GitLab's catalog is. */
export const classicPortal = `http://localhost:${process.env.CLASSIC_PORT}`;

/** Where the portal is that is audited, with the examples as well. */
export const auditPortal = `http://localhost:${process.env.AUDIT_PORT}`;

/** Fails a test whose page throws, even when everything that it looks for is there. */
export const test = base.extend<{ pageErrors: void }>({
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));
      await use();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Asks the backend as the guest does. */
export async function askAsGuest(portal: string, request: APIRequestContext) {
  const guest = await request.get(`${portal}/api/auth/guest/refresh`);
  const { backstageIdentity } = await guest.json();
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };
  return {
    get: (path: string) => request.get(`${portal}/api${path}`, { headers }),
    post: (path: string, data: unknown) =>
      request.post(`${portal}/api${path}`, { headers, data }),
  };
}

/**
 * Fails where axe finds fault with a page, the header and the navigation left out, which are those of Backstage.
 *
 * @param within - a selector of the only part to look at, which is quicker
 */
export async function expectNoFaults(page: Page, within?: string) {
  const axe = new AxeBuilder({ page })
    .exclude('header')
    .exclude('nav')
    .exclude('.bui-VisuallyHidden');
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]),
  ).toEqual([]);
}
