/** Runs the benchmarks: `npm run bench`. */
import { install, yarn } from './toolchain.mjs';

await install();
process.exitCode = await yarn([
  'node',
  '--expose-gc',
  '--import',
  'tsx',
  'bench/layers.ts',
]);
