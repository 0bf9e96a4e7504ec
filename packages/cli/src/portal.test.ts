import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RealCatalog } from './__testUtils__/RealCatalog';
import { findingsIn, runCli } from './__testUtils__/runCli';

jest.setTimeout(180_000);

const EXAMPLES = resolve(__dirname, '../../../examples');
const QUIET = ['--now', '2026-11-22', '--format', 'json', '--fail-on', 'never'];

const SHOP = `
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: portal-shoppers }
spec: { type: economic }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: shop-team
  annotations: { pagerduty.com/service-id: P1 }
  links:
    - { url: 'https://example.com/runbook', type: runbook }
    - { url: 'https://example.com/dashboard', type: dashboard }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop-web
  annotations: { customer-layer.io/economic-customers: portal-shoppers }
spec:
  type: website
  lifecycle: production
  owner: shop-team
  dependsOn: ['component:shop-store']
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: shop-store }
spec:
  type: service
  lifecycle: production
  owner: shop-team
  dependsOn: ['resource:not-there']
`;

// It no longer rests on what is not there.
const STORE = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop-store
  annotations: { customer-layer.io/operations-team: shop-team }
spec:
  type: service
  lifecycle: production
  owner: shop-team
  dependsOn: ['resource:shop-disk']
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: shop-disk }
spec: { type: disk, owner: shop-team }
`;

const CRITICAL = `
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: portal-shoppers }
spec: { type: economic, tier: 1 }
`;

let folder: string;
let catalog: RealCatalog;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'customer-layer-'));
  writeFileSync(join(folder, 'shop.yaml'), SHOP);
  writeFileSync(join(folder, 'catalog-info.yaml'), STORE);
  catalog = await RealCatalog.start([
    join(folder, 'shop.yaml'),
    join(EXAMPLES, 'catalog.yaml'),
  ]);
});

afterAll(async () => {
  await catalog.stop();
  rmSync(folder, { recursive: true });
});

it('takes in what uses the files and what they name, in their new state', async () => {
  const outcomes = async (args: string[]) =>
    Object.fromEntries(
      findingsIn(await runCli(['audit', ...args, ...QUIET], { folder }))
        .filter(({ entityRef }) => entityRef !== 'resource:default/shop-disk')
        .map(({ ruleId, state }) => [ruleId, state]),
    );
  expect(await outcomes([])).toMatchObject({
    'economic-customer': 'fail',
    'operations-team': 'fail',
    'known-references': 'fail',
    'infrastructure-owned': 'fail',
  });
  await catalog.eventually(async () =>
    expect(await outcomes(['--portal', catalog.url])).toMatchObject({
      'economic-customer': 'pass',
      'operations-team': 'pass',
      'known-references': 'pass',
      'infrastructure-owned': 'pass',
    }),
  );
  const disk = findingsIn(
    await runCli(['audit', '--portal', catalog.url, ...QUIET], { folder }),
  ).find(
    ({ entityRef, ruleId }) =>
      entityRef === 'resource:default/shop-disk' &&
      ruleId === 'economic-customer',
  );
  expect(disk?.evidence[0].path).toEqual([
    'resource:default/shop-disk',
    'component:default/shop-store',
    'component:default/shop-web',
  ]);
});

it('counts what a team says to other plugins, be it in a file or in the portal', async () => {
  const audit = async (...args: string[]) =>
    findingsIn(await runCli(['audit', ...args, ...QUIET], { folder }));
  const ofTeam = await audit('shop.yaml', 'catalog-info.yaml');
  expect(ofTeam.find(({ ruleId }) => ruleId === 'team-equipped')).toMatchObject(
    { state: 'pass' },
  );

  writeFileSync(join(folder, 'critical.yaml'), CRITICAL);
  await catalog.eventually(async () => {
    const ofCustomer = await audit('critical.yaml', '--portal', catalog.url);
    expect(
      ofCustomer.find(({ ruleId }) => ruleId === 'critical-chain')?.evidence,
    ).toEqual([
      { text: expect.stringMatching(/shop-team: staffed(?!.*equipped)/) },
    ]);
  });
});

it.each([
  'org.yaml',
  'customers.yaml',
  'sales.yaml',
  'travel.yaml',
  'company.yaml',
  'infrastructure.yaml',
  'mistakes.yaml',
])('finds in %s and its portal what it finds in all the files', async file => {
  const audit = async (args: string[]) =>
    findingsIn(
      await runCli(['audit', ...args, ...QUIET], { folder: EXAMPLES }),
    );
  const all = await audit(['catalog.yaml']);
  const expected = all.filter(({ location }) => location?.file === file);
  expect(expected.length).toBeGreaterThan(10);
  await catalog.eventually(async () =>
    expect(await audit([file, '--portal', catalog.url])).toEqual(expected),
  );
});

it('exits with 3 when the portal does not answer, or refuses the token', async () => {
  const nowhere = await runCli(
    ['audit', '--portal', 'http://localhost:9', ...QUIET],
    { folder },
  );
  expect(nowhere.exitCode).toBe(3);
  expect(nowhere.stderr).toMatch(
    /^The catalog at http:\/\/localhost:9 does not answer: /,
  );
  const refused = await runCli(['audit', '--portal', catalog.url, ...QUIET], {
    folder,
    env: { CUSTOMER_LAYER_TOKEN: 'not-a-token' },
  });
  expect(refused.exitCode).toBe(3);
  expect(refused.stderr).toContain('401');
});
