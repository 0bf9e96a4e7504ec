import { Entity } from '@backstage/catalog-model';
import {
  CustomerLayerConfig,
  DryRunner,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { RulesCommand } from '../command';
import { FileProblem } from '../files/FileProblem';
import { findFiles } from '../files/findFiles';
import { readDeclaredEntities } from '../files/readDeclaredEntities';
import { Portal } from '../portal/Portal';
import { readConfig } from '../readConfig';
import { styles } from '../report/styles';
import { writeOut } from '../report/write';
import { dryRunText } from './dryRunText';
import { readRules } from './readRules';

async function readCatalog(
  { patterns, portal }: RulesCommand,
  options: {
    folder: string;
    config: CustomerLayerConfig;
    add(entity: Entity): void;
  },
): Promise<FileProblem[]> {
  const { folder, config, add } = options;
  if (portal) {
    for await (const page of new Portal(portal).all()) {
      page.forEach(add);
    }
    return [];
  }
  const files = await findFiles(folder, patterns);
  const { entities, problems } = await readDeclaredEntities({
    folder,
    files,
    config,
  });
  entities.forEach(({ entity }) => add(entity));
  return problems;
}

/**
 * Tries rules and aliases out on a catalog, and tells what they would do; what is wrong with them goes to standard error.
 *
 * @returns whether something is wrong with one of them, or with a catalog file
 * @throws InputError when something that the command names can't be used, PortalError when a portal does not answer
 */
export async function tryRules(
  command: RulesCommand,
  folder: string,
): Promise<boolean> {
  const config = await readConfig(folder, command.config);
  const { set, problems } = await readRules({
    folder,
    rules: command.rules,
    config: command.config,
    assignments: config.assignments,
  });
  const runner = new DryRunner(set, config.rules);
  problems.push(
    ...(await readCatalog(command, {
      folder,
      config,
      add: entity => runner.add(entity),
    })),
  );
  const result = runner.result();
  const told = [
    ...problems,
    ...result.faults.map(({ at, line, message }) => ({
      severity: 'error',
      file: at,
      line,
      message,
    })),
  ];
  process.stderr.write(
    told
      .map(({ file, line, severity, message }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        return `${place}: ${severity}: ${message}\n`;
      })
      .join(''),
  );
  await writeOut(
    command.format === 'json'
      ? [`${JSON.stringify(result, undefined, 2)}\n`]
      : dryRunText(result, styles(!process.stdout.isTTY)),
  );
  return told.some(({ severity }) => severity === 'error');
}
