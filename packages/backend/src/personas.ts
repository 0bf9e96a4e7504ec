import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
  SignInResolver,
} from '@backstage/plugin-auth-node';

type Asked = { persona?: string };

const authenticator = createProxyAuthenticator<void, Asked, undefined>({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize() {},
  async authenticate({ req }) {
    // The auth backend has parsed them.
    return { result: req.cookies as Asked };
  },
});

const signInAs =
  (guest: string): SignInResolver<Asked> =>
  async ({ result: { persona } }, context) => {
    // It may be of another catalog, which was shown here before.
    const known =
      persona &&
      (await context
        .findCatalogUser({ entityRef: persona })
        .catch(() => undefined));
    return context.signInWithCatalogUser(
      { entityRef: known ? persona : guest },
      // Another catalog than the examples may have no people in it.
      { dangerousEntityRefFallback: { entityRef: guest } },
    );
  };

/**
 * Signs in whomever the cookie `persona` names, without asking for proof, else the guest.
 *
 * @remarks
 *
 * It lets one see the demo portal with the eyes of different people. The portal listens to its own computer only.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'persona-provider',
  register({ registerInit }) {
    registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        const guest = config.getString('auth.providers.guest.userEntityRef');
        providers.registerProvider({
          providerId: 'persona',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: signInAs(guest),
          }),
        });
      },
    });
  },
});
