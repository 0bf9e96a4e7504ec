/**
 * Audits the customer layer of Backstage catalog files, without a server.
 *
 * @packageDocumentation
 */
import { createCliModule } from '@backstage/cli-node';
import packageJson from '../package.json';

/**
 * The command `customer-layer audit` for `backstage-cli`.
 *
 * @public
 */
export default createCliModule({
  packageJson,
  init: async registry => {
    registry.addCommand({
      path: ['customer-layer', 'audit'],
      description: 'Audit the customer layer of catalog files',
      execute: { loader: () => import('./auditCommand') },
    });
  },
});
