import { InputError, isError } from '@backstage/errors';
import { version } from '../package.json';
import { audit } from './audit';
import { readCommand } from './command';
import { PortalError } from './portal/PortalError';
import { tryRules } from './rules/tryRules';
import { rulesUsage, usage } from './usage';

/** What the exit codes mean. */
export const EXIT_CODES = {
  fine: 0,
  findings: 1,
  misunderstood: 2,
  noPortal: 3,
} as const;

function exitCodeOf(error: unknown): number {
  if (error instanceof PortalError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT_CODES.noPortal;
  }
  const told = isError(error) && error.name === InputError.name;
  process.stderr.write(
    `${told ? error.message : (error as Error)?.stack ?? error}\n`,
  );
  return EXIT_CODES.misunderstood;
}

/**
 * Runs the command line.
 *
 * @param args - without the names of program and script
 * @returns the exit code
 * @see docs/audit-in-ci.md
 */
export async function main(args: string[]): Promise<number> {
  try {
    const command = readCommand(args, process.env);
    switch (command.name) {
      case 'help':
        process.stdout.write(
          `${command.of === 'rules' ? rulesUsage : usage}\n`,
        );
        return EXIT_CODES.fine;
      case 'version':
        process.stdout.write(`${version}\n`);
        return EXIT_CODES.fine;
      case 'rules': {
        const failed = await tryRules(command.options, process.cwd());
        return failed ? EXIT_CODES.findings : EXIT_CODES.fine;
      }
      default: {
        const failed = await audit(command.options, {
          folder: process.cwd(),
          version,
        });
        return failed ? EXIT_CODES.findings : EXIT_CODES.fine;
      }
    }
  } catch (error) {
    return exitCodeOf(error);
  }
}
