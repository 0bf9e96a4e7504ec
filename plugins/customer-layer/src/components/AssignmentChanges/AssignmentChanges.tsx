import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AssignmentChange } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';
import { ExportButton } from '../ExportDialog';
import { ChangeList } from './ChangeList';

/** Props of {@link AssignmentChanges}. */
export type AssignmentChangesProps = {
  /** Where it changes, the list is read again. */
  version?: number | string;
  /** Called when something was undone. */
  onChanged?: () => void;
};

/** Everything that was assigned in the portal, to look through, to undo, and to export. */
export function AssignmentChanges({
  version,
  onChanged,
}: AssignmentChangesProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [selected, setSelected] = useState<AssignmentChange[]>([]);
  const entityRefs = [
    ...new Set(
      selected.flatMap(({ items }) => items.map(item => item.entityRef)),
    ),
  ];
  return (
    <>
      <ExportButton
        entityRefs={entityRefs}
        label={
          entityRefs.length
            ? t('assign.changes.exportSelected', { count: entityRefs.length })
            : undefined
        }
      />
      <ChangeList
        version={version}
        selected={selected}
        onSelect={setSelected}
        onUndone={() => onChanged?.()}
      />
    </>
  );
}
