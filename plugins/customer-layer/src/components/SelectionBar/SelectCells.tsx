import Checkbox from '@material-ui/core/Checkbox';
import TableCell from '@material-ui/core/TableCell';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Selection } from '../../hooks/useSelection';
import { plainName } from '../../lib/audit/plainName';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    // The columns have fixed widths.
    check: {
      width: theme.spacing(6),
    },
  }),
  { name: 'CustomerLayerSelectCells' },
);

/** Props of {@link SelectShownCell}. */
export type SelectShownCellProps = {
  /** Refs of all entities that the table shows. */
  refs: string[];
  selection: Selection;
};

/** The head of a column of boxes: selects all that the table shows. */
export function SelectShownCell({ refs, selection }: SelectShownCellProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const selected = refs.filter(ref => selection.refs.has(ref)).length;
  return (
    <TableCell padding="checkbox" className={classes.check}>
      <Checkbox
        size="small"
        color="primary"
        checked={selected === refs.length}
        indeterminate={selected > 0 && selected < refs.length}
        onChange={(_, all) => selection.setAll(refs, all)}
        inputProps={{ 'aria-label': t('coverage.gaps.selectShown') }}
      />
    </TableCell>
  );
}

/** Props of {@link SelectCell}. */
export type SelectCellProps = {
  entityRef: string;
  title?: string;
  selection: Selection;
};

/** Selects the entity of a row. */
export function SelectCell({ entityRef, title, selection }: SelectCellProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <TableCell padding="checkbox">
      <Checkbox
        size="small"
        color="primary"
        checked={selection.refs.has(entityRef)}
        onChange={() => selection.toggle(entityRef)}
        inputProps={{
          'aria-label': t('coverage.gaps.select', {
            name: title ?? plainName(entityRef),
          }),
        }}
      />
    </TableCell>
  );
}
