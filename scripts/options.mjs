/** The options of `npm start`. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from './toolchain.mjs';

export const usage = `Usage: npm start -- [options]

Builds the demo portal where needed, starts it, and says where it is.

  --catalog FILE   show this catalog file instead of the examples
  --port N         listen on this port instead of 7007; 0 takes any free one
  --classic        serve the app of the classic frontend system
  --help           show this text`;

function readPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UserError(
      `"${text}" is not a port. Give a whole number from 0 to 65535, as in --port 7008.`,
    );
  }
  return port;
}

function readCatalog(text) {
  // npm runs scripts in the top folder; INIT_CWD is where the user stands.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), text);
  if (!existsSync(file)) {
    throw new UserError(
      `There is no file "${file}". Give the path of a catalog file, as in --catalog ./catalog-info.yaml.`,
    );
  }
  if (!statSync(file).isFile()) {
    throw new UserError(
      `"${file}" is not a file. Give the path of one catalog file; a Location in it can name others.`,
    );
  }
  return file;
}

/**
 * Reads the command line.
 *
 * @param {string[]} args
 * @throws UserError when an option is unknown or its value can't be used
 */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        catalog: { type: 'string' },
        port: { type: 'string', default: '7007' },
        classic: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UserError(`${error.message.split('. ')[0]}.\n\n${usage}`);
  }
  return {
    help: values.help,
    port: readPort(values.port),
    catalog: values.catalog && readCatalog(values.catalog),
    app: values.classic ? 'app-classic' : 'app',
  };
}
