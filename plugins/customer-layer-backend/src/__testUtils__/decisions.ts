import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/** What a permission policy says of the catalog to those who may read some of it. */
export const CONDITIONAL: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS_OPEN', resourceType: 'catalog-entity', params: {} },
};

/** Ref of the user in some credentials; empty for anybody else. */
export function userIn(credentials: unknown): string {
  const { principal } = credentials as BackstageCredentials<
    Partial<BackstageUserPrincipal>
  >;
  return principal.userEntityRef ?? '';
}
