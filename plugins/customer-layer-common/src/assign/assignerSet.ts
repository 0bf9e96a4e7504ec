import { Entity } from '@backstage/catalog-model';
import { AssignerDescription, AssignmentFault } from '../api/assigners';
import { Assigner } from './assignDeclarations';

/** A rule or an alias: what it does, and what people read of it. @public */
export type DescribedAssigner = Assigner &
  AssignerDescription & {
    /** Texts that an alias reads of an entity and that its map of values does not know. Only aliases with a map have it. */
    unknownIn?(entity: Entity): string[];
  };

/** Rules and aliases that were read together, and what is wrong with others that are left out. @public */
export type AssignerSet = {
  /** In order of precedence: aliases, then rules. */
  assigners: readonly DescribedAssigner[];
  faults: readonly AssignmentFault[];
};

const isAlias = ({ source }: Assigner) => source.startsWith('alias:');

const placeOf = ({ at, line }: { at: string; line?: number }) =>
  line === undefined ? at : `${at}:${line}`;

function duplicate(
  { at, line, source }: DescribedAssigner,
  first: DescribedAssigner,
): AssignmentFault {
  const [kind, id] = source.split(':');
  return {
    at,
    ...(line !== undefined && { line }),
    id,
    message: `There is another ${kind} "${id}" before it, at ${placeOf(
      first,
    )}, and that one holds. Give this one another id`,
  };
}

/**
 * Puts together what was read from several places: all aliases, then all rules, each in the order given. Of two with the
 * same id the first one holds.
 *
 * @public
 */
export function joinAssigners(sets: readonly AssignerSet[]): AssignerSet {
  const bySource = new Map<string, DescribedAssigner>();
  const faults = sets.flatMap(set => set.faults);
  for (const assigner of sets.flatMap(set => set.assigners)) {
    const first = bySource.get(assigner.source);
    if (first) {
      faults.push(duplicate(assigner, first));
    } else {
      bySource.set(assigner.source, assigner);
    }
  }
  const all = [...bySource.values()];
  return {
    assigners: [
      ...all.filter(isAlias),
      ...all.filter(assigner => !isAlias(assigner)),
    ],
    faults,
  };
}
