import Box from '@material-ui/core/Box';
import { Progress } from '@backstage/core-components';
import {
  EntityFindings,
  ListedFinding,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useEntityFindings } from '../../hooks/useAudit';
import { actsOn } from '../../lib/audit/findings';
import { AnswerBoundary } from '../AnswerBoundary';
import {
  ConfirmAction,
  ExemptionAction,
  ExemptionNote,
  FindingDetails,
} from '../Finding';

/** Props of {@link OpenedFinding}. */
export type OpenedFindingProps = {
  finding: ListedFinding;
  rule?: RuleDescription;
  version: number;
  /** Called when something was done about it. */
  onChanged: () => void;
};

type WholeFindingProps = OpenedFindingProps & { about: EntityFindings };

function WholeFinding(props: WholeFindingProps) {
  const { finding, rule, about, onChanged } = props;
  const { entityRef, title, state, ruleId } = finding;
  const { confirm, exemption, requestExemption } = actsOn(finding, about);
  const passes = state === 'pass';
  return (
    <FindingDetails
      finding={finding}
      rule={rule}
      fix={
        passes ? undefined : about.items.find(one => one.ruleId === ruleId)?.fix
      }
      acts={
        <>
          {exemption && <ExemptionNote exemption={exemption} />}
          {(confirm || requestExemption) && (
            <Box mt={1.5} display="flex" flexWrap="wrap" gridGap={8}>
              {confirm && (
                <ConfirmAction
                  kind={confirm}
                  subject={{ entityRef, title }}
                  needed={!passes}
                  onDone={onChanged}
                />
              )}
              {requestExemption && rule && (
                <ExemptionAction
                  rule={rule}
                  subject={{ entityRef, title }}
                  maximumDays={about.exemptionDays}
                  onDone={onChanged}
                />
              )}
            </Box>
          )}
        </>
      }
    />
  );
}

/** What is to be known and done about a finding; the way to put it right is asked for when it is opened. */
export function OpenedFinding(props: OpenedFindingProps) {
  const { finding, rule, version } = props;
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
      {about => <WholeFinding {...props} about={about} />}
    </AnswerBoundary>
  );
}
