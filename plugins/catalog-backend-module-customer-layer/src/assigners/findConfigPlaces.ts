import { readFile } from 'node:fs/promises';
import { Config } from '@backstage/config';
import { ConfigSourceData, ConfigSources } from '@backstage/config-loader';
import {
  placesInConfig,
  placesInConfigFile,
  Placing,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { get, isEqual } from 'lodash';

/** The files of app-config, those that win last. */
async function readConfigFiles(argv: string[]): Promise<ConfigSourceData[]> {
  const source = ConfigSources.defaultForTargets({
    targets: ConfigSources.parseArgs(argv).filter(
      ({ type }) => type === 'path',
    ),
    allowMissingDefaultConfig: true,
    watch: false,
  });
  for await (const { configs } of source.readConfigData()) {
    return configs;
  }
  return [];
}

/**
 * Finds out in which files of app-config the lists beneath a path stand, so that it can be said in which file and line
 * something of them does. What comes from elsewhere, such as the environment, is named by its path in app-config.
 *
 * @param options.path - the path of the block that has the lists
 * @param options.lists - their names; each is whole in one file, since app-config does not put lists together
 * @param options.argv - the command line with which the backend was started
 */
export async function findConfigPlaces(
  config: Config,
  options: { path: string; lists: readonly string[]; argv: string[] },
): Promise<Placing> {
  const { path, argv } = options;
  const anywhere = placesInConfig(path);
  const lists = options.lists.filter(list => config.has(`${path}.${list}`));
  if (!lists.length) {
    return anywhere;
  }
  const byList = new Map<string | number, Placing>();
  try {
    const files = (await readConfigFiles(argv)).reverse();
    for (const list of lists) {
      const there = `${path}.${list}`;
      const value = config.getOptional(there);
      const file = files.find(({ data }) => get(data, there) !== undefined);
      if (file?.path && isEqual(get(file.data, there), value)) {
        const text = await readFile(file.path, 'utf8');
        const at = file.context;
        byList.set(list, placesInConfigFile(text, { at, root: path }));
      }
    }
  } catch {
    // The backend has read its configuration already; only where it stands isn't known then.
    return anywhere;
  }
  return steps => (byList.get(steps[0]) ?? anywhere)(steps);
}
