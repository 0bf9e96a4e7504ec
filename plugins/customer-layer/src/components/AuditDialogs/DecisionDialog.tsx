import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Exemption } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactNode, useId, useState } from 'react';
import { auditApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { customerLayerTranslationRef } from '../../translation';
import { FormDialog } from './FormDialog';
import { SubjectFacts } from './SubjectFacts';

/** What can be decided about an exemption. */
export type Decision = 'approve' | 'reject' | 'withdraw';

const ACTS = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const;

/** Props of {@link DecisionDialog}. */
export type DecisionDialogProps = {
  open: boolean;
  decision: Decision;
  exemption: Exemption;
  /** Title of its rule. */
  rule: string;
  /** Who asked for it, and when. */
  asked: ReactNode;
  onClose: () => void;
  onDone: () => void;
};

/** Approves, rejects or withdraws an exemption. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { open, decision, exemption, rule, asked, onClose, onDone } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const api = useApi(auditApiRef);
  const { run, busy, error } = useAct();
  const [note, setNote] = useState('');
  const id = useId();
  return (
    <FormDialog
      open={open}
      title={t(`audit.exemption.${decision}Title`)}
      submit={t(`audit.exemption.${decision}`)}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        run(
          () =>
            api.decideExemption(exemption.id, {
              act: ACTS[decision],
              note: note.trim() || undefined,
            }),
          () => {
            onClose();
            onDone();
          },
        )
      }
    >
      <SubjectFacts subject={exemption} rule={rule} />
      <div>
        <Typography variant="body2">{exemption.reason}</Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {asked}
          {' · '}
          {t('audit.exemption.until', {
            day: formatDay(exemption.expiresOn, language),
          })}
        </Typography>
      </div>
      <TextField
        id={id}
        label={t('audit.exemption.note')}
        helperText={t('audit.exemption.noteHelp')}
        variant="outlined"
        multiline
        minRows={2}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
