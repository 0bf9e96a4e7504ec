import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CustomerGraph,
  DerivationRules,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Relations, relationsOf } from './relations';

/** The relations of entities of a portal that are to be kept: those to others in files are made anew from the files. */
const kept = (entity: Entity, inFiles: ReadonlyMap<string, unknown>) =>
  (entity.relations ?? []).filter(({ targetRef }) => !inFiles.has(targetRef));

/**
 * The graph that a catalog with these entities would have.
 *
 * @param options - `around` is what a portal holds besides, with its relations
 */
export function graphOf(options: {
  entities: ReadonlyMap<string, { entity: Entity }>;
  around?: Iterable<Entity>;
  rules: DerivationRules;
  now: Date;
}): CustomerGraph {
  const { entities, rules, now } = options;
  const around = [...(options.around ?? [])];
  const own = [...entities.values()].map(({ entity }) => entity);
  const relations: Relations = relationsOf([...own, ...around], rules);
  const builder = new GraphBuilder({
    rules,
    digest: text => createHash('sha256').update(text).digest(),
  });
  for (const entity of own) {
    builder.add({
      ...entity,
      relations: relations.get(stringifyEntityRef(entity)) ?? [],
    });
  }
  for (const entity of around) {
    const made = relations.get(stringifyEntityRef(entity)) ?? [];
    builder.add({
      ...entity,
      relations: [...kept(entity, entities), ...made],
    });
  }
  return builder.build({ builtAt: now.toISOString() });
}
