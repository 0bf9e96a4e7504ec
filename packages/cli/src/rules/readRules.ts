import {
  AssignerSet,
  joinAssigners,
  placesInConfig,
  placesInConfigFile,
  Placing,
  readAssigners,
  readAssignersYaml,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { FileProblem } from '../files/FileProblem';
import { readText } from '../files/readText';

type Assignments = { files?: Array<{ target?: string }> } & object;

const isMapping = (value: unknown): value is Assignments =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What app-config says itself, as the portal reads it; what it only names the addresses of is not fetched. */
function readConfigured(
  assignments: unknown,
  place: Placing,
): { set: AssignerSet; notRead: string[] } {
  if (!isMapping(assignments)) {
    return { set: readAssigners(assignments ?? {}, place), notRead: [] };
  }
  const { files = [], ...rest } = assignments;
  const written = Object.entries(rest).filter(([key]) => key !== 'schedule');
  return {
    set: readAssigners(Object.fromEntries(written), place),
    notRead: [files].flat().map(file => String(file?.target)),
  };
}

/**
 * Reads the rules and aliases that a command names: those of the configuration go first.
 *
 * @throws InputError when a file can't be read
 */
export async function readRules(options: {
  folder: string;
  rules: readonly string[];
  config?: string;
  assignments: unknown;
}): Promise<{ set: AssignerSet; problems: FileProblem[] }> {
  const { folder, rules, config, assignments } = options;
  const root = 'customerLayer.assignments';
  const configured = readConfigured(
    assignments,
    config === undefined
      ? placesInConfig(root)
      : placesInConfigFile(await readText(folder, config), {
          at: config,
          root,
        }),
  );
  const files = await Promise.all(
    rules.map(async file =>
      readAssignersYaml(await readText(folder, file), file),
    ),
  );
  return {
    set: joinAssigners([configured.set, ...files]),
    problems: configured.notRead.map(target => ({
      severity: 'warning',
      file: config!,
      line: 1,
      message: `The rules at ${target} are not read. Give their file as well, with --rules.`,
    })),
  };
}
