import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { ReportedFinding } from '@missing-layer/backstage-plugin-customer-layer-common';

const BIN = resolve(__dirname, '../../bin/customer-layer');

// What backstage-cli does with the modules that it finds.
const pathTo = (name: string) => JSON.stringify(require.resolve(name));
const AS_MODULE = `
require(${pathTo('@backstage/cli-node/config/nodeTransform.cjs')});
require(${pathTo('@backstage/cli-node')}).runCli({
  modules: [require(${pathTo('..')}).default],
  name: 'backstage-cli',
});`;

/** What came of a command. */
export type CliResult = { exitCode: number; stdout: string; stderr: string };

/** Runs the command as people do: in a process of its own, without a terminal. */
export function runCli(
  args: string[],
  options: {
    folder: string;
    env?: Record<string, string>;
    /** By backstage-cli. */
    asModule?: boolean;
  },
): Promise<CliResult> {
  return new Promise(done => {
    const child = execFile(
      process.execPath,
      options.asModule
        ? ['--eval', AS_MODULE, 'backstage-cli', 'customer-layer', ...args]
        : [BIN, ...args],
      {
        cwd: options.folder,
        env: { ...process.env, ...options.env },
        maxBuffer: 64 * 1024 * 1024,
      },
      (_, stdout, stderr) =>
        done({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** The findings of a report in JSON. */
export const findingsIn = ({ stdout }: CliResult): ReportedFinding[] =>
  JSON.parse(stdout).findings;

/** How many findings of each rule there are in each state. */
export function countsOf(
  findings: ReadonlyArray<Pick<ReportedFinding, 'ruleId' | 'state'>>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleId, state } of findings) {
    const key = `${ruleId} ${state}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
