import { MoreEvidence } from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';

const date = z.iso.date();
const texts = z.array(z.string().min(1)).readonly();
const source = z.string().min(1).optional();

const schema = z.object({
  confirmedOn: date.optional(),
  team: z
    .object({
      onCall: z.string().min(1).optional(),
      trainedOn: date.optional(),
      runbooks: texts.optional(),
      dashboards: texts.optional(),
      reviewedOn: date.optional(),
      by: z
        .object({
          onCall: source,
          trainedOn: source,
          runbooks: source,
          dashboards: source,
          reviewedOn: source,
        })
        .optional(),
    })
    .optional(),
});

const REF = /^[^:/]+:[^:/]+\/[^:/]+$/;

/**
 * What a source says, as it is kept: by refs in lower case, each fact with what it is known by. What can't be read loses
 * only itself.
 *
 * @returns what was read, and a sentence about each thing that was not
 */
export function readEvidence(
  sourceId: string,
  said: ReadonlyMap<string, unknown>,
): { evidence: Map<string, MoreEvidence>; problems: string[] } {
  const evidence = new Map<string, MoreEvidence>();
  const problems: string[] = [];
  for (const [ref, value] of said) {
    const { data, error } = schema.safeParse(value);
    if (!REF.test(ref)) {
      problems.push(
        `"${ref}" is not a full ref. Write it as kind:namespace/name`,
      );
    } else if (error) {
      const [{ path, message }] = error.issues;
      problems.push(`${path.join('.')} of ${ref} can't be read: ${message}`);
    } else {
      evidence.set(ref.toLocaleLowerCase('en-US'), named(data, sourceId));
    }
  }
  return { evidence, problems };
}

function named(more: MoreEvidence, sourceId: string): MoreEvidence {
  const { team } = more;
  if (!team) {
    return more;
  }
  const by = Object.fromEntries(
    Object.keys(team)
      .filter(field => field !== 'by')
      .map(field => [field, sourceId]),
  );
  return { ...more, team: { ...team, by: { ...by, ...team.by } } };
}
