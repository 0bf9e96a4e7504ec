import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RealCatalog } from './__testUtils__/RealCatalog';
import { runCli } from './__testUtils__/runCli';

jest.setTimeout(180_000);

let folder: string;

const component = (name: string, tags: string, annotations = '{}') => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}, tags: ${tags}, annotations: ${annotations} }
spec: { type: service, lifecycle: production, owner: team }
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'customer-layer-'));
  const own = '{ customer-layer.io/operations-team: own }';
  const files = {
    'catalog-info.yaml': [
      component('web', '[b2c]'),
      component('job', '[java]', own),
      component('api', '[b2c, java]'),
    ].join('---'),
    'rules.yaml': `
rules:
  - { id: services, where: { spec.type: service }, assign: { operations-team: sre } }
  - { id: bad, where: { spec.type: service }, assign: { operation-team: sre } }
  - { id: idle, where: { spec.type: website }, assign: { layer: data } }
`,
    'app-config.yaml': `
customerLayer:
  assignments:
    aliases: [{ id: segment, from: tags, to: economic-customers, values: { b2c: shoppers } }]
    rules: [{ id: web, where: { metadata.name: web }, assign: { operations-team: web-sre } }]
    files: [{ target: https://git.example.com/rules.yaml }]
`,
  };
  Object.entries(files).forEach(([name, text]) =>
    writeFileSync(join(folder, name), text),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

const RULES = ['rules', '--rules', 'rules.yaml', '--config', 'app-config.yaml'];

const TOLD = `alias:segment app-config.yaml:4
  economic-customers from tags, by 1 value
  says something of 2 entities, holds on 2: component:default/api, component:default/web
  texts that it does not know: "java" (2)

rule:web app-config.yaml:5
  operations-team: web-sre
  where {"metadata.name":"web"}
  says something of 1 entity, holds on 1: component:default/web

rule:services rules.yaml:3
  operations-team: sre
  where {"spec.type":"service"}
  says something of 3 entities, holds on 1: component:default/api

rule:idle rules.yaml:5
  layer: data
  where {"spec.type":"website"}
  says something of 0 entities, holds on 0

Some say something of the same declarations; the first one is heard:
  rule:web before rule:services: operations-team of 1 entity: component:default/web

Saying nothing of anything: rule:idle
`;

it('tells what rules would do to files', async () => {
  const { stdout, stderr, exitCode } = await runCli(RULES, { folder });
  expect(stdout).toBe(`${TOLD}Tried out on 3 entities\n`);
  expect(stderr).toBe(
    [
      'app-config.yaml:1: warning: The rules at https://git.example.com/rules.yaml are not read. Give their file as well, with --rules.',
      'rules.yaml:4: error: "operation-team" is not a declaration. Did you mean "operations-team"?',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(1);

  const json = await runCli([...RULES, '--format', 'json'], { folder });
  expect(JSON.parse(json.stdout)).toMatchObject({
    entities: 3,
    idle: ['rule:idle'],
    faults: [{ at: 'rules.yaml', line: 4, id: 'bad' }],
  });
});

it('tells what rules would do to the catalog of a portal', async () => {
  const catalog = await RealCatalog.start([join(folder, 'catalog-info.yaml')]);
  const { url } = catalog;
  try {
    await catalog.eventually(entities =>
      expect(entities.filter(({ kind }) => kind === 'Component')).toHaveLength(
        3,
      ),
    );
    const { stdout, exitCode } = await runCli([...RULES, '--portal', url], {
      folder,
      asModule: true,
    });
    expect(stdout).toContain(TOLD);
    expect(exitCode).toBe(1);
  } finally {
    await catalog.stop();
  }
  const gone = await runCli([...RULES, '--portal', url], { folder });
  expect([gone.exitCode, gone.stderr]).toEqual([
    3,
    expect.stringContaining('does not answer'),
  ]);
});

it.each([
  [['rules'], 2],
  [['rules', '--rules', 'none.yaml'], 2],
  [['rules', '--rules', 'rules.yaml', 'none.yaml'], 2],
  [['rules', '--rules', 'rules.yaml', '--rule', 'x'], 2],
  [[...RULES, 'catalog-info.yaml', '--portal', 'http://localhost:1'], 2],
  [['rules', '--config', 'app-config.yaml'], 0],
  [['rules', '--help'], 0],
])('exits after %p with %d', async (args, exitCode) => {
  const result = await runCli(args, { folder });
  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).not.toMatch(/^ +at /m);
});
