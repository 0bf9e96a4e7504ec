/**
 * Audits the customer layer of Backstage catalog files, without a server, and tries out rules that assign customers.
 *
 * @packageDocumentation
 */
import { createCliModule } from '@backstage/cli-node';
import packageJson from '../package.json';

/**
 * The commands `customer-layer audit` and `customer-layer rules` for `backstage-cli`.
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
    registry.addCommand({
      path: ['customer-layer', 'rules'],
      description: 'Try out rules that assign customers and operations teams',
      execute: { loader: () => import('./rulesCommand') },
    });
  },
});
