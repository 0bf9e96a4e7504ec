import type { Location, ReportingDescriptor, Result, Run } from 'sarif';
import { RuleDescription } from '../../api/AuditApi';
import { FindingState } from '../finding';
import { inPieces } from './inPieces';
import {
  detailsOf,
  HOMEPAGE,
  ReportAbout,
  ReportedFinding,
  ReportedFindings,
} from './report';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const KINDS: Record<FindingState, Result.kind> = {
  fail: 'fail',
  // What is suppressed must be a failure in the first place.
  exempt: 'fail',
  unmeasured: 'open',
  pass: 'pass',
  skipped: 'notApplicable',
};

const descriptorOf = ({
  id,
  title,
  why,
  severity,
  weight,
}: RuleDescription): ReportingDescriptor => ({
  id,
  shortDescription: { text: title },
  fullDescription: { text: why },
  help: { text: why, markdown: `**${title}.** ${why}` },
  helpUri: `${HOMEPAGE}/blob/main/docs/audit.md#rules`,
  defaultConfiguration: { level: severity },
  properties: { weight },
});

function locationOf({ entityRef, location }: ReportedFinding): Location {
  return {
    ...(location && {
      physicalLocation: {
        artifactLocation: {
          uri: location.file.split('/').map(encodeURIComponent).join('/'),
        },
        region: { startLine: location.line },
      },
    }),
    logicalLocations: [{ fullyQualifiedName: entityRef, kind: 'resource' }],
  };
}

function resultOf(
  finding: ReportedFinding,
  ruleIndex: number | undefined,
): Result {
  const { ruleId, entityRef, state, severity, exemption, reason } = finding;
  const kind = KINDS[state];
  const details = detailsOf(finding);
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    kind,
    level: kind === 'fail' ? severity : 'none',
    message: {
      text: [`${entityRef}: ${finding.message}.`, details]
        .filter(Boolean)
        .join('\n'),
    },
    locations: [locationOf(finding)],
    partialFingerprints: { 'ruleAndSubject/v1': `${ruleId} ${entityRef}` },
    ...(exemption && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: [
            `Exempt until ${exemption.expiresOn}`,
            ...(reason ? [reason] : []),
          ].join(': '),
        },
      ],
    }),
    properties: { state, owners: finding.ownerRefs, system: finding.systemRef },
  };
}

function headOf({ rules, at, graph, tool }: ReportAbout): Omit<Run, 'results'> {
  return {
    tool: {
      driver: {
        name: 'customer-layer',
        informationUri: HOMEPAGE,
        ...(tool && { version: tool.version }),
        rules: rules.map(descriptorOf),
      },
    },
    invocations: [{ executionSuccessful: true, endTimeUtc: at }],
    columnKind: 'utf16CodeUnits',
    ...(graph && { properties: { graphRevision: graph.revision } }),
  };
}

async function* texts(
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> {
  const indexOf = new Map(about.rules.map(({ id }, index) => [id, index]));
  const head = JSON.stringify(headOf(about)).slice(0, -1);
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0",\n`;
  yield `"runs":[${head},\n"results":[`;
  let separator = '\n';
  for await (const finding of findings) {
    const result = resultOf(finding, indexOf.get(finding.ruleId));
    yield `${separator}${JSON.stringify(result)}`;
    separator = ',\n';
  }
  yield '\n]}]}\n';
}

/**
 * Findings as a SARIF 2.1.0 log with one run. What is exempt is a suppressed failure; what is unmeasured is open.
 *
 * @public
 */
export const sarifOf = (
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> => inPieces(texts(findings, about));
