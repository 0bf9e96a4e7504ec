import { CliCommandContext } from '@backstage/cli-node';
import { main } from './main';

/** The command as `backstage-cli` runs it. */
export default async function rulesCommand({
  args,
}: CliCommandContext): Promise<void> {
  const exitCode = await main(['rules', ...args]);
  // Whoever runs a command of a module exits with 0 when it returns, whatever it has set.
  if (exitCode) {
    process.exit(exitCode);
  }
}
