import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityFindings } from '@missing-layer/backstage-plugin-customer-layer-common';
import { EntityFinding, actsOn } from '../../lib/audit/findings';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import {
  ConfirmAction,
  ExemptionAction,
  ExemptionNote,
  FindingDetails,
  FindingStateMark,
  SeverityChip,
} from '../Finding';

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    message: {
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'CustomerLayerFindingItem' },
);

/** Props of {@link FindingItem}. */
export type FindingItemProps = {
  finding: EntityFinding;
  /** Stands in for the title of the rule. */
  name?: string;
  /** All that the audit says of the subject. */
  about: EntityFindings;
  title?: string;
  onChanged: () => void;
};

/** A finding of the entity at hand, with what to do about it. */
export function FindingItem(props: FindingItemProps) {
  const { finding, name, about, title, onChanged } = props;
  const { state, severity, message, ruleId } = finding;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const rule = about.rules.find(({ id }) => id === ruleId);
  const ruleTitle = name ?? rule?.title ?? ruleId;
  const subject = { entityRef: finding.entityRef, title };
  const { confirm, exemption, requestExemption } = actsOn(finding, about);
  const passes = state === 'pass';
  return (
    <>
      <div className={classes.heading}>
        <FindingStateMark state={state} />
        <Typography variant="body2" component="span">
          <strong>{ruleTitle}</strong>
        </Typography>
        {state === 'fail' && <SeverityChip severity={severity} />}
      </div>
      <Typography
        className={classes.message}
        variant="body2"
        color="textSecondary"
      >
        {message}
      </Typography>
      {exemption && <ExemptionNote exemption={exemption} />}
      <Disclosure
        label={passes ? t('audit.entity.about') : t('audit.entity.details')}
        subject={ruleTitle}
      >
        <FindingDetails
          finding={finding}
          rule={rule}
          fix={passes ? undefined : finding.fix}
          acts={
            requestExemption &&
            rule && (
              <Box mt={1.5}>
                <ExemptionAction
                  rule={rule}
                  subject={subject}
                  maximumDays={about.exemptionDays}
                  onDone={onChanged}
                />
              </Box>
            )
          }
        />
      </Disclosure>
      {confirm && (
        <Box mt={1}>
          <ConfirmAction
            kind={confirm}
            subject={subject}
            needed={!passes}
            onDone={onChanged}
          />
        </Box>
      )}
    </>
  );
}
