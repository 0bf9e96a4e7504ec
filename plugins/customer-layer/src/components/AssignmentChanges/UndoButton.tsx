import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Undo from '@material-ui/icons/Undo';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  AssignmentChange,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { assignmentsApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { Undone, undoneOf } from '../../lib/assign/undone';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link UndoButton}. */
export type UndoButtonProps = {
  change: AssignmentChange;
  /** How long ago the change was, in words. */
  age: string;
  /** Called when something of it was put back. */
  onUndone: (answer: AssignmentAnswer) => void;
};

/** Puts everything back to what it was before a change, and says what could not be. */
export function UndoButton({ change, age, onUndone }: UndoButtonProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(assignmentsApiRef);
  const { run, busy, error } = useAct();
  const [undone, setUndone] = useState<Undone>();
  const isUndone = Boolean(change.undoneBy) || undone?.result === 'all';
  const undo = () =>
    run(async () => {
      const answer = await api.undoAssignmentChange(change.id);
      const became = undoneOf(answer);
      setUndone(became);
      if (became.result !== 'none') {
        onUndone(answer);
      }
    });
  const message = undone?.message ?? '';
  return (
    <>
      {!isUndone && (
        <Button
          size="small"
          color="primary"
          startIcon={<Undo aria-hidden />}
          aria-label={t('assign.changes.undo', { age })}
          disabled={busy}
          onClick={undo}
        >
          {t('assign.undo')}
        </Button>
      )}
      <Typography variant="body2" role="status">
        {undone?.result === 'all' && t('assign.changes.undone')}
        {undone?.result === 'some' &&
          t('assign.changes.partly', { count: undone.refused, message })}
        {undone?.result === 'none' &&
          t('assign.changes.notUndone', { message })}
      </Typography>
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
    </>
  );
}
