/** A whole backend with the customer layer and nothing else, as a process of its own. Its configuration is its argument, in JSON. */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import customerLayerPlugin from '..';

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => new ConfigReader(JSON.parse(process.argv[2])),
  }),
);
backend.add(customerLayerPlugin);
backend.start();
