/** Runs Yarn 4 under the right Node, for those who have neither: `node scripts/yarn.mjs <args>`. */
import { yarn } from './toolchain.mjs';

process.exitCode = await yarn(process.argv.slice(2));
