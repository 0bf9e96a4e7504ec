import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AssignedPage } from '../../hooks/useAssignedEntities';
import { useLanguage } from '../../hooks/useLanguage';
import { Pages } from '../../hooks/usePages';
import { Selection } from '../../hooks/useSelection';
import { AssignedEntity } from '../../lib/assign/assignedEntity';
import { customerLayerTranslationRef } from '../../translation';
import { ExportButton } from '../ExportDialog';
import { ListCount } from '../Listing';
import { MoreButton } from '../MoreButton';
import { SelectionBar } from '../SelectionBar';
import { AssignedTable } from './AssignedTable';

/** Props of {@link AssignedList}. */
export type AssignedListProps = {
  pages: Pages<AssignedEntity, AssignedPage>;
  /** Whether nothing is filtered by. */
  everything: boolean;
  selection: Selection;
  fetchAll: () => Promise<string[]>;
};

/** Entities to which something is assigned, page by page, and an export of those selected. */
export function AssignedList(props: AssignedListProps) {
  const { pages, everything, selection, fetchAll } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { first, items } = pages;
  const { totalItems } = first;
  const nothing = everything
    ? t('coverage.assigned.none')
    : t('coverage.assigned.noneMatches');
  return (
    <>
      <ListCount>
        {totalItems
          ? t('coverage.gaps.count', {
              shown: items.length.toLocaleString(language),
              total: totalItems.toLocaleString(language),
            })
          : nothing}
      </ListCount>
      {totalItems > 0 && (
        <>
          <AssignedTable entities={items} selection={selection} />
          <MoreButton pages={pages} />
          <SelectionBar
            selection={selection}
            totalItems={totalItems}
            fetchAll={fetchAll}
            acts={<ExportButton entityRefs={[...selection.refs]} />}
          />
        </>
      )}
    </>
  );
}
