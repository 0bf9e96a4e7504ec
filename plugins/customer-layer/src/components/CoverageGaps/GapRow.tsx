import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UncoveredEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Selection } from '../../hooks/useSelection';
import { kindName } from '../../lib/kinds';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, EntityNames } from '../EntityName';
import { useTableStyles } from '../Listing';
import { SelectCell } from '../SelectionBar';

/** Props of {@link GapRow}. */
export type GapRowProps = {
  gap: UncoveredEntity;
  selection: Selection;
};

/** One entity that lacks something: what it is, whose, and part of what. */
export function GapRow({ gap, selection }: GapRowProps) {
  const { entityRef, title, type, owners, partOf } = gap;
  const classes = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const wide = `${classes.cell} ${classes.wide}`;
  const what = [kindName(parseEntityRef(entityRef), t), type]
    .filter(Boolean)
    .join(' · ');
  return (
    <TableRow>
      <SelectCell entityRef={entityRef} title={title} selection={selection} />
      <TableCell className={classes.cell} component="th" scope="row">
        <Typography variant="body2" component="div">
          <EntityName entityRef={entityRef} title={title} />
        </Typography>
        <Typography
          className={classes.narrow}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          <div>{what}</div>
          <EntityNames refs={[...owners, ...partOf]} confidential="entity" />
        </Typography>
      </TableCell>
      <TableCell className={wide}>
        <Typography variant="body2">{what}</Typography>
      </TableCell>
      <TableCell className={wide}>
        <Typography variant="body2" component="div">
          <EntityNames refs={owners} confidential="team" />
        </Typography>
      </TableCell>
      <TableCell className={wide}>
        <Typography variant="body2" component="div">
          <EntityNames refs={partOf} confidential="entity" />
        </Typography>
      </TableCell>
    </TableRow>
  );
}
