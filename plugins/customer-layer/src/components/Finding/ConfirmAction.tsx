import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ConfirmationKind } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { ConfirmationDialog, Subject } from '../AuditDialogs';

/** Props of {@link ConfirmAction}. */
export type ConfirmActionProps = {
  kind: ConfirmationKind;
  subject: Subject;
  /** Whether it would put something right. */
  needed: boolean;
  /** Called when it was confirmed. */
  onDone: () => void;
};

/** A button to confirm a delivery, a training or a review. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { kind, subject, needed, onDone } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant={needed ? 'contained' : 'outlined'}
        color="primary"
        onClick={() => setOpen(true)}
      >
        {t(`audit.confirm.${kind}`)}
      </Button>
      <ConfirmationDialog
        open={open}
        kind={kind}
        subject={subject}
        onClose={() => setOpen(false)}
        onDone={onDone}
      />
    </>
  );
}
