import { Entity } from '@backstage/catalog-model';
import { Kind } from './CatalogDraft';
import { PairType } from './Pairs';

/** What an entity says of others, by relation. */
export type Said = Partial<Record<PairType, string[]>>;

/** The `spec` from which the catalog's own processors would emit the relations that an entity says. */
export function specOf(options: {
  kind: Kind;
  node: number;
  type: string;
  said: Said;
}): Entity['spec'] {
  const { kind, node, type, said } = options;
  const containers = said.partOf ?? [];
  const container = (of: string) =>
    containers.find(ref => ref.startsWith(`${of}:`));
  const owner = said.ownedBy?.[0];
  switch (kind) {
    case 'Component':
      return {
        type,
        lifecycle: 'production',
        owner,
        system: container('system'),
        subcomponentOf: container('component'),
        dependsOn: said.dependsOn,
        providesApis: said.providesApi,
        consumesApis: said.consumesApi,
      };
    case 'API':
      return {
        type: 'openapi',
        lifecycle: 'production',
        owner,
        system: container('system'),
        definition: 'openapi: 3.1.0',
      };
    case 'Resource':
      return {
        type,
        owner,
        system: container('system'),
        dependsOn: said.dependsOn,
      };
    case 'System':
      return { owner, domain: container('domain') };
    case 'Domain':
      return { owner, subdomainOf: container('domain') };
    case 'Group':
      return { type: 'team', children: [], parent: said.childOf?.[0] };
    case 'User':
      return { memberOf: said.memberOf };
    default:
      return {
        type: 'economic',
        tier: 1 + (node % 4),
        value: { amount: 1000 * (node % 997), currency: 'EUR' },
        owner,
        parent: said.childOf?.[0],
      };
  }
}
