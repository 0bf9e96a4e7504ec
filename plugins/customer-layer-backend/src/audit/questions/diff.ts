import {
  AuditDiff,
  ChangeCounts,
  FindingChange,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { ChangedFinding } from '../database/changesBetween';
import { NONE } from './FindingCounts';

/** All that became worse or better, what became worse first, then by subject and rule; with counts of that. */
export type CountedChanges = {
  items: FindingChange[];
  counts: ChangeCounts;
  byRule: AuditDiff['byRule'];
  byOwner: Map<string, ChangeCounts>;
  bySystem: Map<string, ChangeCounts>;
};

// What is not judged is as good as what passes: an entity that comes or goes makes nothing better or worse by passing.
const RANKS = { fail: 0, unmeasured: 1, exempt: 1 };

const rankOf = (state: FindingChange['from']): number =>
  state in RANKS ? RANKS[state as keyof typeof RANKS] : 2;

function changeOf({ from, to }: ChangedFinding): FindingChange | undefined {
  const finding = to ?? from;
  const before = from?.state ?? 'absent';
  const after = to?.state ?? 'absent';
  if (!finding || rankOf(before) === rankOf(after)) {
    return undefined;
  }
  const { ruleId, entityRef, title, ownerRefs, systemRef } = finding;
  return {
    ruleId,
    entityRef,
    ...(title !== undefined && { title }),
    from: before,
    to: after,
    better: rankOf(after) > rankOf(before),
    ownerRefs,
    ...(systemRef !== undefined && { systemRef }),
  };
}

/** Counts what became worse and better. */
export function countChanges(
  changed: readonly ChangedFinding[],
): CountedChanges {
  const worse: FindingChange[] = [];
  const better: FindingChange[] = [];
  const counts = { worse: 0, better: 0 };
  const byRule = new Map<string, ChangeCounts>();
  const byOwner = new Map<string, ChangeCounts>();
  const bySystem = new Map<string, ChangeCounts>();
  for (const one of changed) {
    const change = changeOf(one);
    if (change) {
      (change.better ? better : worse).push(change);
      const { ruleId, ownerRefs, systemRef = NONE } = change;
      for (const sum of [
        counts,
        countsIn(byRule, ruleId),
        countsIn(bySystem, systemRef),
        ...(ownerRefs.length ? ownerRefs : [NONE]).map(owner =>
          countsIn(byOwner, owner),
        ),
      ]) {
        sum[change.better ? 'better' : 'worse']++;
      }
    }
  }
  return {
    items: [...worse, ...better],
    counts,
    // In the order of the changes they would tell of subjects that not everybody may read.
    byRule: Object.fromEntries(
      [...byRule].sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    byOwner,
    bySystem,
  };
}

function countsIn(sums: Map<string, ChangeCounts>, key: string): ChangeCounts {
  const sum = sums.get(key) ?? { worse: 0, better: 0 };
  sums.set(key, sum);
  return sum;
}
