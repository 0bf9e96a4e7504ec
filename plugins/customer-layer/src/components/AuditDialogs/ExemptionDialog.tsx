import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RuleDescription,
  dayOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { auditApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { dayIn } from '../../lib/audit/dates';
import { customerLayerTranslationRef } from '../../translation';
import { FormDialog } from './FormDialog';
import { Subject, SubjectFacts } from './SubjectFacts';

const USUAL_DAYS = 30;

/** Props of {@link ExemptionDialog}. */
export type ExemptionDialogProps = {
  open: boolean;
  rule: Pick<RuleDescription, 'id' | 'title'>;
  subject: Subject;
  /** For at most so many days from today. */
  maximumDays: number;
  onClose: () => void;
  onDone: () => void;
};

/** Asks for an exemption of an entity from a rule. */
export function ExemptionDialog(props: ExemptionDialogProps) {
  const { open, rule, subject, maximumDays, onClose, onDone } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(auditApiRef);
  const { run, busy, error } = useAct();
  const now = new Date();
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState(
    dayIn(Math.min(USUAL_DAYS, maximumDays), now),
  );
  const id = useId();
  return (
    <FormDialog
      open={open}
      title={t('audit.exemption.request')}
      submit={t('audit.exemption.submit')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        run(
          () =>
            api.requestExemption({
              ruleId: rule.id,
              entityRef: subject.entityRef,
              reason: reason.trim(),
              expiresOn,
            }),
          () => {
            onClose();
            onDone();
          },
        )
      }
    >
      <SubjectFacts subject={subject} rule={rule.title} />
      <DialogContentText variant="body2">
        {t('audit.exemption.requestText')}
      </DialogContentText>
      <TextField
        id={`${id}-reason`}
        label={t('audit.exemption.reason')}
        helperText={t('audit.exemption.reasonHelp')}
        variant="outlined"
        multiline
        minRows={3}
        required
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <TextField
        id={`${id}-expires`}
        label={t('audit.exemption.expiresOn')}
        helperText={t('audit.exemption.expiresHelp', { count: maximumDays })}
        variant="outlined"
        type="date"
        required
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: dayOf(now), max: dayIn(maximumDays, now) }}
        value={expiresOn}
        onChange={event => setExpiresOn(event.target.value)}
      />
    </FormDialog>
  );
}
