import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  AssignmentItem,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback, useId, useState } from 'react';
import { assignmentsApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { useAnswer } from '../../hooks/useAnswer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { OutcomeTable } from '../AssignDialog/OutcomeTable';

/** Props of {@link AcceptDialog}. */
export type AcceptDialogProps = {
  /** What to assign. */
  items: AssignmentItem[];
  onClose: () => void;
  onAssigned: (answer: AssignmentAnswer) => void;
};

/** Says what accepting several suggestions would change, does it when told to, and says what became of each. */
export function AcceptDialog(props: AcceptDialogProps) {
  const { onClose, onAssigned } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(assignmentsApiRef);
  // What is being accepted stays, whatever changes around the dialog.
  const [items] = useState(props.items);
  const preview = useAnswer(
    useCallback(
      (signal: AbortSignal) => api.assign({ items, preview: true }, { signal }),
      [api, items],
    ),
  );
  const [done, setDone] = useState<AssignmentAnswer>();
  const { run, busy, error } = useAct();
  const titleId = useId();
  const count =
    preview.status === 'ready'
      ? preview.value.items.filter(({ result }) => result === 'assigned').length
      : 0;
  const apply = () =>
    run(async () => {
      const answer = await api.assign({ items });
      setDone(answer);
      onAssigned(answer);
    });
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="md"
    >
      <DialogTitle id={titleId}>{t('coverage.accept.title')}</DialogTitle>
      <DialogContent>
        <AnswerBoundary answer={preview} loading={<Progress />}>
          {answer => (
            <OutcomeTable
              answer={done ?? answer}
              tense={done ? 'done' : 'preview'}
            />
          )}
        </AnswerBoundary>
        {error && (
          <Typography variant="body2" color="error" role="alert">
            {error}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {done ? t('coverage.accept.close') : t('coverage.accept.cancel')}
        </Button>
        {!done && (
          <Button
            variant="contained"
            color="primary"
            disabled={busy || count === 0}
            onClick={apply}
          >
            {t('coverage.accept.apply', { count })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
