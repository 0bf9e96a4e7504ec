import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityFindings,
  Finding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { actsOn } from '../../lib/audit/findings';
import { customerLayerTranslationRef } from '../../translation';
import { ConfirmationDialog, ExemptionDialog } from '../AuditDialogs';

/** Props of {@link FindingActions}. */
export type FindingActionsProps = {
  finding: Pick<Finding, 'ruleId' | 'state' | 'entityRef'>;
  /** All that the audit says of the subject. */
  about: EntityFindings;
  title?: string;
  /** Called when something was asked for or confirmed. */
  onChanged: () => void;
};

/** What one can do about a finding, and what was done. */
export function FindingActions(props: FindingActionsProps) {
  const { finding, about, title, onChanged } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const [open, setOpen] = useState<'exemption' | 'confirmation'>();
  const { confirm, exemption, requestExemption } = actsOn(finding, about);
  const rule = about.rules.find(({ id }) => id === finding.ruleId);
  const subject = { entityRef: finding.entityRef, title };
  const close = () => setOpen(undefined);
  return (
    <>
      {exemption && (
        <Box mt={1.5}>
          <Typography variant="body2">
            {t(
              exemption.state === 'approved'
                ? 'audit.findings.exemptUntil'
                : 'audit.findings.exemptionAsked',
              { day: formatDay(exemption.expiresOn, language) },
            )}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {exemption.reason}
          </Typography>
        </Box>
      )}
      {(confirm || requestExemption) && (
        <Box mt={1.5} display="flex" flexWrap="wrap" gridGap={8}>
          {confirm && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              onClick={() => setOpen('confirmation')}
            >
              {t(`audit.confirm.${confirm}`)}
            </Button>
          )}
          {requestExemption && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => setOpen('exemption')}
            >
              {t('audit.exemption.request')}
            </Button>
          )}
        </Box>
      )}
      {confirm && (
        <ConfirmationDialog
          open={open === 'confirmation'}
          kind={confirm}
          subject={subject}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {rule && (
        <ExemptionDialog
          open={open === 'exemption'}
          rule={rule}
          subject={subject}
          maximumDays={about.exemptionDays}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </>
  );
}
