import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RuleDescription } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { ExemptionDialog, Subject } from '../AuditDialogs';

/** Props of {@link ExemptionAction}. */
export type ExemptionActionProps = {
  rule: Pick<RuleDescription, 'id' | 'title'>;
  subject: Subject;
  /** For at most so many days from today. */
  maximumDays: number;
  /** Called when it was asked for. */
  onDone: () => void;
};

/** A button to ask for an exemption. */
export function ExemptionAction({ onDone, ...about }: ExemptionActionProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {t('audit.exemption.request')}
      </Button>
      <ExemptionDialog
        {...about}
        open={open}
        onClose={() => setOpen(false)}
        onDone={onDone}
      />
    </>
  );
}
