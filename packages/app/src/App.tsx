import { createApp } from '@backstage/frontend-defaults';
import { customerIconsModule } from '@missing-layer/backstage-plugin-customer-layer/alpha';
import { catalogGraphModule } from './modules/catalogGraphModule';
import { entityPresentationModule } from './modules/entityPresentationModule';
import { navModule } from './modules/navModule';
import { signInModule } from './modules/signInModule';

// The plugins, the customer layer among them, are found among the dependencies: see app.packages in app-config.yaml.
export default createApp({
  features: [
    catalogGraphModule,
    customerIconsModule,
    entityPresentationModule,
    navModule,
    signInModule,
  ],
});
