import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigSources } from '@backstage/config-loader';
import { findConfigPlaces } from './findConfigPlaces';
import {
  ASSIGNMENTS_PATH,
  readAssignmentsConfig,
} from './readAssignmentsConfig';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rule = (id: string, key = 'layer') =>
  `      - id: ${id}\n        where: {}\n        assign:\n          ${key}: data\n`;
const block = (lists: string) => `customerLayer:\n  assignments:\n${lists}`;

/** Reads files as the backend does that is started with them. */
async function read(
  files: Record<string, string>,
  env: Record<string, string> = {},
) {
  const argv = Object.entries(files).flatMap(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return ['--config', join(folder, name)];
  });
  const config = await ConfigSources.toConfig(
    ConfigSources.default({ argv, watch: false, env }),
  );
  config.close();
  const place = await findConfigPlaces(config, {
    path: ASSIGNMENTS_PATH,
    lists: ['aliases', 'rules'],
    argv,
  });
  const { assigners, faults } = readAssignmentsConfig(config, place).written;
  return {
    assigners: assigners.map(({ at, line }) => [at, line]),
    faults: faults.map(({ at, line, id }) => [at, line, id]),
  };
}

it('names the file and the line of what stands in app-config', async () => {
  const answer = await read({
    'app-config.yaml': `# ours\n${block(
      `    aliases:\n      - { id: a, from: tags, to: layers }\n    rules:\n${rule(
        'lost',
      )}`,
    )}`,
    'app-config.production.yaml': `app: { title: A }\n${block(
      `    rules:\n${rule('good')}${rule('bad', 'layers')}`,
    )}`,
  });
  expect(answer).toEqual({
    assigners: [['app-config.production.yaml', 5]],
    faults: [
      ['app-config.yaml', 5, 'a'],
      ['app-config.production.yaml', 12, 'bad'],
    ],
  });
});

it('names what another file holds by where that is taken in', async () => {
  writeFileSync(
    join(folder, 'rules.yaml'),
    '- { id: x, where: {}, assign: { layers: data } }',
  );
  expect(
    await read({
      'app-config.yaml': block('    rules:\n      $include: rules.yaml\n'),
    }),
  ).toEqual({ assigners: [], faults: [['app-config.yaml', 3, 'x']] });
});

it('names the path where something comes from elsewhere', async () => {
  expect(
    await read(
      { 'app-config.yaml': block(`    rules:\n${rule('good')}`) },
      {
        APP_CONFIG_customerLayer_assignments_rules:
          '[{"id":"x","where":{},"assign":{"layers":"data"}}]',
      },
    ),
  ).toEqual({
    assigners: [],
    faults: [
      ['customerLayer.assignments.rules.0.assign.layers', undefined, 'x'],
    ],
  });
});
