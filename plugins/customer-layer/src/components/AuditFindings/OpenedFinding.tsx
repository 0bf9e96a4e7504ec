import { Progress } from '@backstage/core-components';
import { useEntityFindings } from '../../hooks/useAudit';
import { AnswerBoundary } from '../AnswerBoundary';
import { FindingActions, FindingDetails } from '../Finding';
import { FindingRowProps } from './FindingRow';

/** What is to be known and done about a finding; the way to put it right is asked for when it is opened. */
export function OpenedFinding(props: FindingRowProps) {
  const { finding, rule, version, onChanged } = props;
  const answer = useEntityFindings(finding.entityRef, version);
  return (
    <AnswerBoundary
      answer={answer}
      loading={
        <>
          <FindingDetails finding={finding} rule={rule} />
          <Progress />
        </>
      }
    >
      {about => (
        <FindingDetails
          finding={finding}
          rule={rule}
          fix={
            finding.state === 'pass'
              ? undefined
              : about.items.find(({ ruleId }) => ruleId === finding.ruleId)?.fix
          }
          acts={
            <FindingActions
              finding={finding}
              about={about}
              title={finding.title}
              onChanged={onChanged}
            />
          }
        />
      )}
    </AnswerBoundary>
  );
}
