import { createApp } from '@backstage/frontend-defaults';
import { catalogGraphModule } from './modules/catalogGraphModule';
import { navModule } from './modules/navModule';
import { signInModule } from './modules/signInModule';

// The plugins, the customer layer among them, are found among the dependencies: see app.packages in app-config.yaml.
export default createApp({
  features: [catalogGraphModule, navModule, signInModule],
});
