import {
  Audit,
  AuditedSubject,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { FindingStore } from './database/FindingStore';
import { RunCounts } from './RunCounts';
import { Stretches } from './Stretches';

// So many that a batch is written without a pause that others would notice.
const SUBJECTS_PER_BATCH = 100;

/**
 * Audits every entity and writes what is found, in batches: while one is written, the next is decided.
 *
 * @throws ConflictError when the run was given up, and what {@link Stretches.rest} throws
 */
export async function writeFindings(
  audit: Audit,
  run: {
    id: number;
    findings: Pick<FindingStore, 'write'>;
    counts: RunCounts;
    stretches: Stretches;
  },
): Promise<void> {
  const { id, findings, counts, stretches } = run;
  let subjects: AuditedSubject[] = [];
  let after: string | undefined;
  let done = 0;
  let writing = Promise.resolve();

  const write = async (upTo: string | undefined) => {
    await writing;
    done += subjects.length;
    writing = findings.write(id, { subjects, after, upTo, done });
    // It is seen where it is waited for.
    writing.catch(() => {});
    after = upTo;
    subjects = [];
  };

  try {
    for (const audited of audit.all()) {
      counts.add(audited.findings);
      subjects.push(audited);
      if (subjects.length === SUBJECTS_PER_BATCH) {
        await stretches.rest();
        await write(audited.subject.entityRef);
        await stretches.rest();
      } else if (stretches.isOver) {
        await stretches.rest();
      }
    }
    await write(undefined);
    await writing;
  } finally {
    await writing.catch(() => {});
  }
}
