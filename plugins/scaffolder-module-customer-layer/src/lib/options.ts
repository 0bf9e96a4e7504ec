import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CustomerRole,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Under which heading an option stands. */
export type OptionGroup =
  | 'front-stage'
  | 'back-stage'
  | 'no-stage'
  | 'customers'
  | 'operations'
  | 'others';

/** Something that can be chosen. */
export type Option = {
  entityRef: string;
  /** The title, or the name where there is none. */
  title: string;
  group: OptionGroup;
  /** 1 (most critical) to 4. */
  tier?: number;
};

/** Fields of entities from which options are made. */
export const OPTION_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.stage',
  'spec.tier',
  'spec.profile.displayName',
];

const GROUPS: readonly OptionGroup[] = [
  'customers',
  'front-stage',
  'back-stage',
  'no-stage',
  'operations',
  'others',
];

const isCustomer = ({ kind }: Entity) =>
  kind.toLocaleLowerCase('en-US') === 'customer';

function titleOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile;
  const displayName =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return metadata.title ?? (displayName ? String(displayName) : metadata.name);
}

const tierOf = ({ spec }: Entity) =>
  typeof spec?.tier === 'number' ? spec.tier : undefined;

const option = (entity: Entity, group: OptionGroup): Option => ({
  entityRef: stringifyEntityRef(entity),
  title: titleOf(entity),
  group,
  tier: isCustomer(entity) ? tierOf(entity) : undefined,
});

const byGroup = (options: Option[]): Option[] =>
  options.sort(
    (a, b) =>
      GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
      (a.tier ?? Infinity) - (b.tier ?? Infinity) ||
      a.title.localeCompare(b.title) ||
      a.entityRef.localeCompare(b.entityRef),
  );

function stageGroup(stage: unknown): OptionGroup {
  return stage === 'front-stage' || stage === 'back-stage' ? stage : 'no-stage';
}

/**
 * Who can be named as a customer in a role: Customers of that type, and as internal customers also Groups that say on which
 * stage they are.
 */
export function customerOptions(
  entities: readonly Entity[],
  role: CustomerRole,
): Option[] {
  return byGroup(
    entities.flatMap(entity => {
      if (!isCustomer(entity)) {
        const { stage } = readDeclarations(entity).declarations;
        return role === 'internal' && stage ? option(entity, stage) : [];
      }
      if (entity.spec?.type !== role) {
        return [];
      }
      return option(
        entity,
        role === 'internal' ? stageGroup(entity.spec.stage) : 'customers',
      );
    }),
  );
}

/** Who can be named as an operations team: Groups that say what operations they do come first. */
export const teamOptions = (entities: readonly Entity[]): Option[] =>
  byGroup(
    entities.map(entity =>
      option(
        entity,
        readDeclarations(entity).declarations.operations
          ? 'operations'
          : 'others',
      ),
    ),
  );
