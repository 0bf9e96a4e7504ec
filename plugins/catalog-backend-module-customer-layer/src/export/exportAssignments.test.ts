import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  assignDeclarations,
  DEFAULT_DERIVATION_RULES,
  readAssignersYaml,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { parseAllDocuments } from 'yaml';
import { GitHost } from '../__testUtils__/GitHost';
import { exportAssignments } from './exportAssignments';
import { placeInRepository } from './placeInRepository';

const { deliverableKinds } = DEFAULT_DERIVATION_RULES;

const { assigners } = readAssignersYaml(
  'rules: [{ id: all, where: { spec.type: service }, assign: { operations-team: [sre, noc], value: "Groceries: in minutes" } }]',
  'rules',
);

let host: GitHost;

beforeEach(async () => {
  host = await GitHost.start();
});

afterEach(() => host.stop());

/** An entity as the catalog has it. */
const component = (name: string, location: string, type = 'service'): Entity =>
  assignDeclarations(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        annotations: { 'backstage.io/managed-by-location': location },
      },
      spec: { type, lifecycle: 'production', owner: 'team' },
    },
    { assigners, deliverableKinds },
  );

const fileOf = (...names: string[]) =>
  names
    .map(
      name =>
        `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec: { type: service, lifecycle: production, owner: team }\n`,
    )
    .join('---\n');

const reader = () => {
  const config = new ConfigReader({
    backend: { reading: { allow: [{ host: host.host }] } },
  });
  return UrlReaders.default({ config, logger: mockServices.logger.mock() });
};

it('exports as YAML which annotations files lack', async () => {
  const exported = await exportAssignments(
    [
      component('web', 'url:https://x'),
      component('lib', 'url:https://x', 'library'),
      component('job', 'file:/x'),
    ],
    { format: 'yaml', reader: reader() },
  );
  expect(parseAllDocuments(exported.text).map(one => one.toJS())).toEqual(
    ['web', 'job'].map(name => ({
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        annotations: {
          'customer-layer.io/operations-team': 'sre, noc',
          'customer-layer.io/value': 'Groceries: in minutes',
        },
      },
    })),
  );
  expect(exported.faults).toEqual([
    {
      entityRef: 'component:default/lib',
      message: 'Nothing is assigned to it: what it declares stands in its file',
    },
  ]);
});

it('exports a patch for each repository, which git takes', async () => {
  const files: Record<string, Record<string, string>> = {
    one: {
      'catalog-info.yaml': fileOf('web', 'job'),
      'deep/my files/a.yaml': fileOf('deep').replaceAll('\n', '\r\n'),
    },
    two: { 'catalog-info.yaml': fileOf('other') },
  };
  const urlOf = (repository: string, path: string) =>
    `url:${host.url(encodeURI(`/org/${repository}/blob/main/${path}`))}`;
  for (const [repository, texts] of Object.entries(files)) {
    for (const [path, text] of Object.entries(texts)) {
      const url = new URL(urlOf(repository, path).slice(4));
      host.files.set(url.pathname, text);
    }
  }
  const exported = await exportAssignments(
    [
      component('web', urlOf('one', 'catalog-info.yaml')),
      component('deep', urlOf('one', 'deep/my files/a.yaml')),
      component('other', urlOf('two', 'catalog-info.yaml')),
      component('job', urlOf('one', 'catalog-info.yaml')),
      component('gone', urlOf('two', 'catalog-info.yaml')),
      component('missing', urlOf('two', 'missing.yaml')),
      component('local', 'file:/nowhere/catalog-info.yaml'),
      component('foreign', 'file:/etc/passwd'),
      component('generated', 'github-org:x'),
      component('secret', 'url:https://elsewhere.example.com/x.yaml'),
    ],
    { format: 'patch', reader: reader() },
  );
  expect(exported.parts?.map(({ repository }) => repository)).toEqual(
    ['one', 'two'].map(name =>
      expect.stringMatching(`/org/${name} \\(main\\)$`),
    ),
  );
  expect(
    exported.faults.map(({ entityRef, message }) => [
      entityRef.slice('component:default/'.length),
      message,
    ]),
  ).toEqual([
    ['generated', expect.stringContaining('"github-org:x", which is no file')],
    ['gone', expect.stringContaining('the file has no entity of that kind')],
    ['missing', expect.stringMatching(/can't be patched: .*(404|not found)/i)],
    ['local', expect.stringMatching(/can't be patched: .*ENOENT/)],
    ['foreign', expect.stringContaining('the file has no entity of that kind')],
    ['secret', expect.stringMatching(/can't be patched: .*not allowed/)],
  ]);

  const applied = (repository: string, patch: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    try {
      execFileSync('git', ['init', '-q'], { cwd: folder });
      for (const [path, text] of Object.entries(files[repository])) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      execFileSync('git', ['apply'], { cwd: folder, input: patch });
      return Object.keys(files[repository]).map(path =>
        readFileSync(join(folder, path), 'utf8'),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const annotated = (text: string) =>
    text.replace(
      /^( {2}name: .*?)(\r?\n)/gm,
      '$1$2  annotations:$2    customer-layer.io/operations-team: sre, noc$2    customer-layer.io/value: "Groceries: in minutes"$2',
    );
  const [one, two] = exported.parts!;
  expect(applied('one', one.text)).toEqual(
    Object.values(files.one).map(annotated),
  );
  expect(applied('two', two.text)).toEqual(
    Object.values(files.two).map(annotated),
  );
  expect(exported.text).toContain(one.text);
});

it('exports a patch of files on the disk, at the root of their working copy', async () => {
  const root = mkdtempSync(join(tmpdir(), 'copy-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: root });
    const path = join(root, 'deep', 'catalog-info.yaml');
    mkdirSync(dirname(path));
    writeFileSync(path, fileOf('web'));
    const { parts, faults } = await exportAssignments(
      [component('web', `file:${path}`)],
      { format: 'patch', reader: reader() },
    );
    expect(faults).toEqual([]);
    expect(parts).toEqual([
      { repository: root, text: expect.stringContaining('a/deep/catalog-') },
    ]);
    execFileSync('git', ['apply'], { cwd: root, input: parts![0].text });
    expect(readFileSync(path, 'utf8')).toContain('operations-team: sre, noc');
  } finally {
    rmSync(root, { recursive: true });
  }
});

it('patches no file that is not UTF-8, and none to which nothing is added', async () => {
  const server = createServer((request, response) =>
    response.end(
      request.url === '/latin1.yaml'
        ? Buffer.from(`# Köln\n${fileOf('web')}`, 'latin1')
        : fileOf('job'),
    ),
  );
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = new ConfigReader({
    backend: { reading: { allow: [{ host: own }] } },
  });
  const exported = await exportAssignments(
    [
      component('web', `url:http://${own}/latin1.yaml`),
      component('gone', `url:http://${own}/a%20b.yaml`),
    ],
    {
      format: 'patch',
      reader: UrlReaders.default({
        config,
        logger: mockServices.logger.mock(),
      }),
    },
  );
  server.close();
  expect(exported.parts).toEqual([]);
  expect(exported.faults.map(({ message }) => message)).toEqual([
    expect.stringContaining(
      "latin1.yaml can't be patched: the file is not UTF-8",
    ),
    expect.stringContaining('the file has no entity of that kind'),
  ]);
});

it.each([
  [
    'https://github.com/org/repo/blob/main/a%20b/catalog-info.yaml',
    'github.com/org/repo (main)',
    'a b/catalog-info.yaml',
  ],
  [
    'https://gitlab.com/group/sub/repo/-/blob/v1.2/catalog-info.yaml',
    'gitlab.com/group/sub/repo (v1.2)',
    'catalog-info.yaml',
  ],
  ['https://files.example.com/a%20b.yaml', 'files.example.com', 'a b.yaml'],
])('knows where %s lies', (target, repository, path) => {
  expect(placeInRepository(target)).toEqual({ repository, path });
});
