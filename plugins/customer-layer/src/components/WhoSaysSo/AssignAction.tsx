import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { Assigning } from '../../hooks/useAssigning';
import { customerLayerTranslationRef } from '../../translation';
import { AssignDialog } from '../AssignDialog';

/** A button to assign something to the entity of the page; nothing where one may not. */
export function AssignAction({ assigning }: { assigning: Assigning }) {
  const { entityRef, assignments, onAssigned } = assigning;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [open, setOpen] = useState(false);
  if (!assignments?.mayAssign) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('assign.action')}
      </Button>
      {open && (
        <AssignDialog
          entityRefs={[entityRef]}
          present={Object.fromEntries(
            assignments.portal.map(({ key, value }) => [key, value]),
          )}
          onClose={() => setOpen(false)}
          onAssigned={onAssigned}
        />
      )}
    </>
  );
}
