import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UncoveredEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { GapPage } from '../../hooks/useGaps';
import { useLanguage } from '../../hooks/useLanguage';
import { Pages } from '../../hooks/usePages';
import { Selection } from '../../hooks/useSelection';
import { customerLayerTranslationRef } from '../../translation';
import { ExportButton } from '../ExportDialog';
import { ListCount } from '../Listing';
import { MoreButton } from '../MoreButton';
import { SelectionBar } from '../SelectionBar';
import { GapTable } from './GapTable';

/** Props of {@link GapList}. */
export type GapListProps = {
  pages: Pages<UncoveredEntity, GapPage>;
  /** Whether nothing is filtered by. */
  everything: boolean;
  selection: Selection;
  fetchAll: () => Promise<string[]>;
  /** Absent where one may not assign anything. */
  onAssign?: (entityRefs: string[]) => void;
};

/** Entities that lack something, page by page, and what can be done with those selected. */
export function GapList(props: GapListProps) {
  const { pages, everything, selection, fetchAll, onAssign } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { first, items } = pages;
  const { totalItems, hiddenItems } = first;
  const selected = [...selection.refs];
  const nothing = () => {
    if (!everything) {
      return t('coverage.gaps.none');
    }
    return hiddenItems
      ? t('coverage.gaps.allHidden')
      : t('coverage.gaps.allCovered');
  };
  return (
    <>
      <ListCount>
        {totalItems
          ? t('coverage.gaps.count', {
              shown: items.length.toLocaleString(language),
              total: totalItems.toLocaleString(language),
            })
          : nothing()}
        {hiddenItems > 0 && (
          <> {t('coverage.gaps.hidden', { count: hiddenItems })}</>
        )}
      </ListCount>
      {totalItems > 0 && (
        <>
          <GapTable gaps={items} selection={selection} />
          <MoreButton pages={pages} />
          <SelectionBar
            selection={selection}
            totalItems={totalItems}
            fetchAll={fetchAll}
            acts={
              <>
                {onAssign && (
                  <Button
                    variant="contained"
                    color="primary"
                    size="small"
                    disabled={!selected.length}
                    onClick={() => onAssign(selected)}
                  >
                    {t('coverage.gaps.assign')}
                  </Button>
                )}
                <ExportButton entityRefs={selected} />
              </>
            }
          />
        </>
      )}
    </>
  );
}
