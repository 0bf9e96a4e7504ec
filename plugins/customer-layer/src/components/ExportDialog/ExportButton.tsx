import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { ExportDialog } from './ExportDialog';

/** Props of {@link ExportButton}. */
export type ExportButtonProps = {
  /** Full refs; those that one may not read are left out, and where there are no others, there is nothing to press. */
  entityRefs: string[];
  /** What the button says; "Export…" where absent. */
  label?: string;
};

/** A button to export what is assigned to some entities. */
export function ExportButton({ entityRefs, label }: ExportButtonProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [open, setOpen] = useState(false);
  const readable = [...new Set(entityRefs)].filter(ref => !isMaskedRef(ref));
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-haspopup="dialog"
        disabled={!readable.length}
        onClick={() => setOpen(true)}
      >
        {label ?? t('assign.export.action')}
      </Button>
      {open && (
        <ExportDialog entityRefs={readable} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
