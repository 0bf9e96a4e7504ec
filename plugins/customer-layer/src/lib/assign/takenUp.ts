import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  AssignmentOutcome,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Whether the catalog says already of an entity what was assigned to it. */
export const hasTakenUp = (
  entity: Entity,
  { declarations }: Pick<AssignmentOutcome, 'declarations'>,
): boolean =>
  declarations.every(
    ({ key, after }) =>
      entity.metadata.annotations?.[ANNOTATIONS[key].name] === after?.value,
  );
