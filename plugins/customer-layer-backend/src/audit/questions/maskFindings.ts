import {
  Evidence,
  Finding,
  Fix,
  Problem,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Arrangement } from '../../masking/arrangements';
import { Mask } from '../../masking/Mask';
import { refsInProblems, spellOutHidden } from '../../masking/problems';
import { refsIn } from '../../masking/refsInText';
import { CanRead } from '../../services/ReadableRefs';
import { AuditAsking } from './AuditAsking';

// What is hidden in evidence is told by the refs in it.
type ArrangedEvidence = Evidence & { hidden?: undefined };

type MaskableFinding = Finding & { ownerRefs?: string[]; fix?: Fix };

const QUOTED = /"[^"]*"/g;

// How evidence ends that there is more of; it stands last.
const MORE = /^and \d+ more$/;

/** Evidence that tells of a declaration quotes it, and it may name refs in short. */
function asProblems(entityRef: string, evidence: readonly Evidence[]) {
  const problems = evidence.map(({ text: message }): Problem => {
    const [annotation] = message.split(': ', 1);
    const value = (message.match(QUOTED) ?? []).join(' ');
    return { code: 'unreadable', annotation, value, message };
  });
  return { entityRef, problems };
}

function evidenceFor(mask: Mask): Arrangement<ArrangedEvidence> {
  const hiddenIn = ({ text, path = [] }: Evidence) =>
    [...path, ...refsIn(text)].find(ref => !mask.canRead(ref));
  return {
    refOf: evidence => hiddenIn(evidence) ?? '',
    remainsOf: evidence => evidence,
    rankOf: ({ text }) => (MORE.test(text) ? 1 : 0),
  };
}

/**
 * Hides in findings what the viewer may not read, and says how to put them right.
 *
 * @param findings - on subjects that the viewer may read
 * @param fixOf - how to put one right, in words that name only what can be read
 */
export async function maskFindings<F extends MaskableFinding>(
  findings: readonly F[],
  { graph, mask, viewer }: Pick<AuditAsking, 'graph' | 'mask' | 'viewer'>,
  fixOf: (finding: F, canRead: CanRead) => Fix | undefined = () => undefined,
): Promise<F[]> {
  const withFix = (finding: F, canRead: CanRead): F => {
    const fix = fixOf(finding, canRead);
    return fix ? { ...finding, fix } : finding;
  };
  if (!viewer.limited) {
    return findings.map(finding => withFix(finding, () => true));
  }
  await note(
    findings.map(finding => withFix(finding, () => true)),
    mask,
  );
  await mask.learn();
  const items = await arrange(findings, { graph, mask });
  const { items: masked } = await mask.number({
    items: items.map(finding => withFix(finding, mask.canRead)),
  });
  return masked;
}

/** Takes note of every ref in some findings, in full or in short. */
async function note(findings: readonly Finding[], mask: Mask): Promise<void> {
  await mask.note({ findings });
  await mask.note(
    findings.flatMap(({ entityRef, evidence }) =>
      refsInProblems(asProblems(entityRef, evidence)),
    ),
  );
}

/** What can't be read stands last in its list, and is spelled out where it is named in short, so that the mask finds it. */
async function arrange<F extends MaskableFinding>(
  findings: readonly F[],
  { graph, mask }: Pick<AuditAsking, 'graph' | 'mask'>,
): Promise<F[]> {
  const arrangement = evidenceFor(mask);
  const arranged: F[] = [];
  for (const finding of findings) {
    const { entityRef, evidence, ownerRefs } = finding;
    const spelled = spellOutHidden(
      asProblems(entityRef, evidence),
      // What means nothing to the graph is but a word.
      ref => !graph.mentions(ref) || mask.canRead(ref),
    ).map(
      ({ message: text }, i): ArrangedEvidence => ({ ...evidence[i], text }),
    );
    arranged.push({
      ...finding,
      ...(ownerRefs && { ownerRefs: mask.refs(ownerRefs) }),
      evidence: await mask.arrange(spelled, arrangement),
    });
  }
  return arranged;
}
