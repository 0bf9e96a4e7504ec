import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createContractRouter } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Knex } from 'knex';
import { AssignerBook } from './assigners/AssignerBook';
import { AssignerQuestions } from './assigners/AssignerQuestions';
import { AssignmentProcessor } from './AssignmentProcessor';
import { AssignmentChanges } from './assigning/AssignmentChanges';
import { AssignmentExports } from './assigning/AssignmentExports';
import { Assignments } from './assigning/Assignments';
import { Rights } from './assigning/Rights';
import { PortalCustomers } from './customers/PortalCustomers';
import { AssignmentStore } from './database/AssignmentStore';
import { ChangeStore } from './database/ChangeStore';
import { CustomerStore } from './database/CustomerStore';
import { createAnswering } from './http/answering';
import { assignerRoutes } from './http/assignerRoutes';
import { assignmentRoutes, customerRoutes } from './http/assignmentRoutes';
import { PortalProvider } from './PortalProvider';
import { readOpenApiDocument } from './schema/openApiDocument';

/** Where the API lies under the address of the catalog. */
const ROOT = '/customer-layer';

/** Puts together what assigns declarations to entities: what processes them, and the API by which people assign. */
export async function createAssigning(options: {
  knex: Knex;
  book: AssignerBook;
  /** In lower case. */
  deliverableKinds: readonly string[];
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  reader: UrlReaderService;
}): Promise<{
  processor: AssignmentProcessor;
  provider: PortalProvider;
  router: Router;
}> {
  const { knex, book, deliverableKinds, auth, logger } = options;
  const now = () => new Date();
  const store = new AssignmentStore({ knex, now });
  const customerStore = new CustomerStore({ knex, now });
  const provider = new PortalProvider({ customers: customerStore, logger });
  const rights = new Rights({
    ...options,
    registry: options.permissionsRegistry,
  });
  const services = {
    store,
    book,
    rights,
    deliverableKinds,
    refresh: (refs: readonly string[]) => provider.refresh(refs),
  };
  const answering = createAnswering(options);
  const router = PromiseRouter();
  router.use(
    ROOT,
    createContractRouter({
      document: await readOpenApiDocument(),
      routes: [
        assignmentRoutes({
          assignments: new Assignments(services),
          changes: new AssignmentChanges({
            ...services,
            changes: new ChangeStore(knex),
          }),
          exports: new AssignmentExports({ ...options, rights }),
          rights,
          answering,
        }),
        assignerRoutes({
          assigners: new AssignerQuestions({ ...options, rights }),
          answering,
        }),
        customerRoutes({
          customers: new PortalCustomers({
            store: customerStore,
            provider,
            rights,
            auth,
          }),
          answering,
        }),
      ],
    }),
  );
  return {
    processor: new AssignmentProcessor({ store, book, deliverableKinds }),
    provider,
    router,
  };
}
