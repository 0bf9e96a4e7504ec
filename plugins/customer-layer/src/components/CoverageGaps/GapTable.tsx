import Checkbox from '@material-ui/core/Checkbox';
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
import { GapRow } from './GapRow';
import { Selection } from '../../hooks/useSelection';

const useStyles = makeStyles(
  theme => ({
    // The columns have fixed widths.
    check: {
      width: theme.spacing(6),
    },
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
  const selected = refs.filter(ref => selection.refs.has(ref)).length;
  return (
    <Table className={classes.table} aria-label={t('coverage.gaps.table')}>
      <TableHead>
        <TableRow>
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
          <GapRow
            key={gap.entityRef}
            gap={gap}
            selected={selection.refs.has(gap.entityRef)}
            onToggle={() => selection.toggle(gap.entityRef)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
