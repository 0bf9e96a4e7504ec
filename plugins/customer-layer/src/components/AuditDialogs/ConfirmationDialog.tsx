import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ConfirmationKind,
  dayOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { auditApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { customerLayerTranslationRef } from '../../translation';
import { FormDialog } from './FormDialog';
import { Subject, SubjectFacts } from './SubjectFacts';

/** Props of {@link ConfirmationDialog}. */
export type ConfirmationDialogProps = {
  open: boolean;
  kind: ConfirmationKind;
  subject: Subject;
  onClose: () => void;
  onDone: () => void;
};

/** Confirms a delivery, a training or a review. */
export function ConfirmationDialog(props: ConfirmationDialogProps) {
  const { open, kind, subject, onClose, onDone } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(auditApiRef);
  const { run, busy, error } = useAct();
  const today = dayOf(new Date());
  const [date, setDate] = useState(today);
  const [note, setNote] = useState('');
  const id = useId();
  return (
    <FormDialog
      open={open}
      title={t(`audit.confirm.${kind}`)}
      submit={t(`audit.confirm.${kind}`)}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        run(
          () =>
            api.confirm({
              entityRef: subject.entityRef,
              kind,
              date,
              note: note.trim() || undefined,
            }),
          () => {
            onClose();
            onDone();
          },
        )
      }
    >
      <SubjectFacts subject={subject} />
      <DialogContentText variant="body2">
        {t(`audit.confirm.${kind}Text`)}
      </DialogContentText>
      <TextField
        id={`${id}-date`}
        label={t('audit.confirm.date')}
        variant="outlined"
        type="date"
        required
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: today }}
        value={date}
        onChange={event => setDate(event.target.value)}
      />
      <TextField
        id={`${id}-note`}
        label={t('audit.confirm.note')}
        helperText={t('audit.confirm.noteHelp')}
        variant="outlined"
        multiline
        minRows={2}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
