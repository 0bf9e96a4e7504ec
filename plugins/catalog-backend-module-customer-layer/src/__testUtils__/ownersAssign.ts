import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  assignmentPermissions,
  assignPermission,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-assign',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const claims = user?.info.ownershipEntityRefs ?? [];
            const isGuest = claims.includes('user:default/guest');
            if (isPermission(permission, assignPermission) && !isGuest) {
              return createCatalogConditionalDecision(
                permission,
                catalogConditions.isEntityOwner({ claims }),
              );
            }
            if (
              isPermission(permission, catalogEntityReadPermission) &&
              (isGuest || claims.includes('user:default/ada'))
            ) {
              return createCatalogConditionalDecision(permission, {
                not: catalogConditions.hasLabel({ label: 'confidential' }),
              });
            }
            const isOurs = assignmentPermissions.some(
              ({ name }) => name === permission.name,
            );
            return {
              result:
                isGuest && isOurs
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            };
          },
        });
      },
    });
  },
});

// Like the real service, and unlike the mock, says who calls on behalf of a user; the permission backend insists on it.
const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const issue = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async options =>
      auth.isPrincipal(options.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              options.onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${plugin.getId()}` } },
            ),
          }
        : issue(options);
    return auth;
  },
});

/**
 * The real permission framework, with a policy by which owners may assign something to what they own. Guests may do nothing
 * of ours, and neither they nor Ada may read what is labelled confidential.
 */
export const OWNERS_ASSIGN: BackendFeature[] = [
  permissionPlugin,
  policyModule,
  authFactory,
  mockServices.permissions.factory(),
];
