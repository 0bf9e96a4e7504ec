import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UncoveredEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { useTableStyles } from '../Listing';
import { SelectShownCell } from '../SelectionBar';
import { GapRow } from './GapRow';
import { Selection } from '../../hooks/useSelection';

const useStyles = makeStyles(
  theme => ({
    // The columns have fixed widths.
    entity: {
      width: '34%',
      [theme.breakpoints.down('sm')]: {
        width: 'auto',
      },
    },
  }),
  { name: 'CustomerLayerGapTable' },
);

/** Props of {@link GapTable}. */
export type GapTableProps = { gaps: UncoveredEntity[]; selection: Selection };

/** Entities that lack something, each with a box to select it by. */
export function GapTable({ gaps, selection }: GapTableProps) {
  const classes = { ...useTableStyles(), ...useStyles() };
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const wide = `${classes.head} ${classes.wide}`;
  const refs = gaps.map(({ entityRef }) => entityRef);
  return (
    <Table className={classes.table} aria-label={t('coverage.gaps.table')}>
      <TableHead>
        <TableRow>
          <SelectShownCell refs={refs} selection={selection} />
          <TableCell className={`${classes.head} ${classes.entity}`}>
            {t('coverage.gaps.entity')}
          </TableCell>
          <TableCell className={wide}>{t('coverage.gaps.type')}</TableCell>
          <TableCell className={wide}>{t('coverage.gaps.owners')}</TableCell>
          <TableCell className={wide}>{t('coverage.gaps.partOf')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {gaps.map(gap => (
          <GapRow key={gap.entityRef} gap={gap} selection={selection} />
        ))}
      </TableBody>
    </Table>
  );
}
