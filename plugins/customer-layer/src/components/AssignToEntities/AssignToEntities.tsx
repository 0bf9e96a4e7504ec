import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentAnswer,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { useMayAssign } from '../../hooks/useMayAssign';
import { customerLayerTranslationRef } from '../../translation';
import { AssignDialog } from '../AssignDialog';
import { PickEntities } from './PickEntities';

/** Props of {@link AssignToEntities}. */
export type AssignToEntitiesProps = {
  /** Ref of the customer or team that is to be assigned. */
  assignedRef: string;
  title?: string;
  /** As what it can be assigned; one asks where there is more than one way. */
  as: readonly DeclarationKey[];
  onAssigned?: (answer: AssignmentAnswer) => void;
};

type Picked = { entityRefs: string[]; as: DeclarationKey };

/** A button to make somebody the customer or the operations team of entities that one chooses; nothing where one may not. */
export function AssignToEntities(props: AssignToEntitiesProps) {
  const { assignedRef, title, as, onAssigned } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const mayAssign = useMayAssign();
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Picked>();
  const close = () => {
    setOpen(false);
    setPicked(undefined);
  };
  if (mayAssign !== 'yes') {
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
        {t('assign.actionMore')}
      </Button>
      {open && !picked && (
        <PickEntities
          assignedRef={assignedRef}
          title={title}
          as={as}
          onClose={close}
          onPicked={(entityRefs, chosen) =>
            setPicked({ entityRefs, as: chosen })
          }
        />
      )}
      {open && picked && (
        <AssignDialog
          entityRefs={picked.entityRefs}
          initial={{ [picked.as]: assignedRef }}
          only={[picked.as]}
          adds
          onClose={close}
          onAssigned={answer => onAssigned?.(answer)}
        />
      )}
    </>
  );
}
