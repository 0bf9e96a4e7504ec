import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { digestOf } from './digest';
import { refusalOf, RemovalLimit } from './guard';

/** What came of the rows of a source. */
export type ImportedCustomers = {
  /** The customers of the good rows. */
  entities: Entity[];
  /** The refs of customers whose rows are bad: they stay as they are. */
  faultyRefs: string[];
  /** Whether a row doesn't tell whose it is. It may be anybody's, so then nobody is removed. */
  unidentified: boolean;
  /** What is wrong, a sentence for each, with the row, the column and the remedy. */
  faults: string[];
};

/** What an import does. All lists of refs are sorted. */
export type ImportPlan = {
  added: string[];
  changed: string[];
  removed: string[];
  /** Those in doubt, since their row is bad or some row doesn't tell whose it is: they stay as they were. */
  kept: string[];
  /** All customers there are afterwards. */
  entities: Entity[];
  /** Why it must not be done. */
  refusal?: string;
};

/** A customer of the catalog as a provider hands it in. */
function asProvided({ apiVersion, kind, metadata, spec }: Entity): Entity {
  const { uid, etag, generation, ...described } = metadata;
  return { apiVersion, kind, metadata: described, spec };
}

const byRef = (entities: Entity[]) =>
  new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));

/** Decides what an import does: who is added, changed, removed and kept, and whether it is to be refused. */
export function planImport(options: {
  imported: ImportedCustomers;
  /** The customers that earlier imports of this source brought into the catalog. */
  there: Entity[];
  maxRemoved?: RemovalLimit;
}): ImportPlan {
  const { imported, maxRemoved } = options;
  const there = byRef(options.there);
  const next = byRef(imported.entities);
  const faulty = new Set(imported.faultyRefs);
  const refs = [...next.keys()].sort();
  const gone = [...there.keys()].filter(ref => !next.has(ref)).sort();
  const isKept = (ref: string) => imported.unidentified || faulty.has(ref);
  const kept = gone.filter(isKept);
  const removed = gone.filter(ref => !isKept(ref));
  const isChanged = (ref: string) =>
    there.has(ref) && digestOf(there.get(ref)!) !== digestOf(next.get(ref)!);
  return {
    added: refs.filter(ref => !there.has(ref)),
    changed: refs.filter(isChanged),
    removed,
    kept,
    entities: [
      ...imported.entities,
      ...kept.map(ref => asProvided(there.get(ref)!)),
    ],
    refusal: refusalOf({
      rows: next.size + faulty.size + Number(imported.unidentified),
      there: there.size,
      removed: removed.length,
      limit: maxRemoved,
    }),
  };
}
