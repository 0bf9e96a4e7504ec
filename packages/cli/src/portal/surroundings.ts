import {
  Entity,
  EntityRelation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DerivationRules,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Relations, relationsOf } from '../catalog/relations';
import { Need, NEEDS } from './needs';
import { Portal } from './Portal';

/** So many entities are taken from a portal at most. */
export const MOST_AROUND = 20_000;

/** What a portal holds around some entities. */
export type Surroundings = {
  /** None of those that the files hold. */
  entities: Entity[];
  /** Whether there would have been more. */
  cut: boolean;
};

type Step = readonly [ref: string, need: Need];

const FIRST_NEEDS: Readonly<Record<string, Need>> = {
  customer: 'customer',
  group: 'team',
  user: 'existence',
  location: 'existence',
};

// A manager is no relation.
const managerOf = (entity: Entity | undefined): Step[] => {
  const manager = entity && readDeclarations(entity).declarations.manager;
  return manager ? [[manager, 'existence']] : [];
};

const followed = (relations: readonly EntityRelation[], need: Need): Step[] =>
  relations.flatMap(({ type, targetRef }) => {
    const next = NEEDS[need][type];
    return next ? [[targetRef, next] as const] : [];
  });

/**
 * Asks a portal for all that can make a difference to what is in files: what uses that, and what it rests on, with
 * customers, owners and teams.
 *
 * @throws PortalError when it doesn't answer
 */
export async function surroundingsOf(
  files: ReadonlyMap<string, { entity: Entity }>,
  options: { portal: Pick<Portal, 'entities'>; rules: DerivationRules },
): Promise<Surroundings> {
  const { portal, rules } = options;
  const made: Relations = relationsOf(
    [...files.values()].map(({ entity }) => entity),
    rules,
  );
  const asked = new Set<string>();
  const held = new Map<string, Entity>();
  const done = new Set<string>();

  const stepsFrom = ([ref, need]: Step): Step[] => {
    const inPortal = held.get(ref);
    return [
      ...followed(made.get(ref) ?? [], need),
      ...followed(inPortal?.relations ?? [], need),
      ...managerOf(files.get(ref)?.entity ?? inPortal),
    ];
  };

  let steps: Step[] = [...files].map(([ref]) => [
    ref,
    FIRST_NEEDS[ref.slice(0, ref.indexOf(':'))] ?? 'subject',
  ]);
  let cut = false;
  while (steps.length) {
    const fresh = steps.filter(step => !done.has(step.join(' ')));
    fresh.forEach(step => done.add(step.join(' ')));
    const unknown = [...new Set(fresh.map(([ref]) => ref))].filter(
      ref => !asked.has(ref),
    );
    const room = Math.max(0, MOST_AROUND - asked.size);
    cut ||= unknown.length > room;
    const wanted = unknown.slice(0, room);
    wanted.forEach(ref => asked.add(ref));
    for (const entity of await portal.entities(wanted)) {
      held.set(stringifyEntityRef(entity), entity);
    }
    steps = fresh.flatMap(stepsFrom);
  }
  return {
    entities: [...held]
      .filter(([ref]) => !files.has(ref))
      .map(([, entity]) => entity),
    cut,
  };
}
