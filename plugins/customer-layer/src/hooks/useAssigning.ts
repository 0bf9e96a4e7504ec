import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AssignmentAnswer,
  EntityAssignments,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { useEntityAssignments } from './useAssignments';
import { CatchUp, useCatchUp } from './useCatchUp';

/** What is assigned to an entity, as far as its page needs it. */
export type Assigning = {
  entityRef: string;
  /** Absent while it is not known, and where nothing can be assigned in this portal. */
  assignments?: EntityAssignments;
  catchUp: CatchUp;
  /** Changes whenever something was assigned or taken back. */
  version: number;
  /** To be called when something was. */
  onAssigned(answer: AssignmentAnswer): void;
};

/**
 * What is assigned to an entity, read anew whenever that changes.
 *
 * @param onLook - called each time that the catalog may have taken something up
 */
export function useAssigning(entity: Entity, onLook: () => void): Assigning {
  const entityRef = stringifyEntityRef(entity);
  const [version, count] = useReducer((number: number) => number + 1, 0);
  const answer = useEntityAssignments(entityRef, version);
  const { state, begin } = useCatchUp(onLook);
  return {
    entityRef,
    assignments: answer.status === 'ready' ? answer.value : undefined,
    catchUp: state,
    version,
    onAssigned(assigned) {
      count();
      begin(assigned);
    },
  };
}
