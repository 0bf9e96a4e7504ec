import { CliCommandContext } from '@backstage/cli-node';
import { main } from './main';

/** The command as `backstage-cli` runs it. */
export default async function auditCommand({
  args,
}: CliCommandContext): Promise<void> {
  process.exitCode = await main(['audit', ...args]);
}
