import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { Selection } from '../../hooks/useSelection';
import { AssignedEntity } from '../../lib/assign/assignedEntity';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { useTableStyles } from '../Listing';
import { SaidValue } from '../Said';
import { SelectCell, SelectShownCell } from '../SelectionBar';

const useStyles = makeStyles(
  {
    // The columns have fixed widths.
    entity: {
      width: '34%',
    },
  },
  { name: 'CustomerLayerAssignedTable' },
);

/** What is assigned to one entity, and who assigned it. */
function Declarations({ entityRef, declarations }: AssignedEntity) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf, sourceOf } = useDeclarationWords();
  return declarations.map(({ key, text, source }) => (
    <Typography key={key} variant="body2" component="div">
      {t('coverage.assigned.said', {
        what: labelOf(key),
        value: (
          <SaidValue
            declaration={key}
            text={text}
            entityRef={entityRef}
            links
          />
        ),
        source: sourceOf(source),
      })}
    </Typography>
  ));
}

/** Props of {@link AssignedTable}. */
export type AssignedTableProps = {
  entities: AssignedEntity[];
  selection: Selection;
};

/** Entities to which something is assigned, each with a box to select it by. */
export function AssignedTable({ entities, selection }: AssignedTableProps) {
  const classes = { ...useTableStyles(), ...useStyles() };
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const refs = entities.map(({ entityRef }) => entityRef);
  return (
    <Table className={classes.table} aria-label={t('coverage.assigned.table')}>
      <TableHead>
        <TableRow>
          <SelectShownCell refs={refs} selection={selection} />
          <TableCell className={`${classes.head} ${classes.entity}`}>
            {t('coverage.gaps.entity')}
          </TableCell>
          <TableCell className={classes.head}>
            {t('coverage.assigned.what')}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entities.map(entity => {
          const { entityRef, title } = entity;
          return (
            <TableRow key={entityRef}>
              <SelectCell
                entityRef={entityRef}
                title={title}
                selection={selection}
              />
              <TableCell className={classes.cell} component="th" scope="row">
                <Typography variant="body2" component="div">
                  <EntityName entityRef={entityRef} title={title} />
                </Typography>
              </TableCell>
              <TableCell className={classes.cell}>
                <Declarations {...entity} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
