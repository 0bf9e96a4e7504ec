import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Coverage,
  COVERAGE_ASPECTS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import { coveredBy, shareOf } from '../../lib/coverageView/figures';
import { kindName } from '../../lib/kinds';
import { customerLayerTranslationRef } from '../../translation';
import { useTableStyles } from '../Listing';

/** Coverage of each kind, the kind with the most entities first; in little room the figures stand below its name. */
export function KindTable({ byKind }: Pick<Coverage, 'byKind'>) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const columns = [
    t('coverage.kinds.entities'),
    ...COVERAGE_ASPECTS.map(aspect => t(`coverage.aspect.${aspect}`)),
  ];
  const rows = Object.entries(byKind)
    .filter(([, { entities }]) => entities > 0)
    .sort(([, a], [, b]) => b.entities - a.entities)
    .map(([kind, counts]) => ({
      kind,
      figures: [
        counts.entities.toLocaleString(language),
        ...COVERAGE_ASPECTS.map(aspect =>
          formatShare(
            shareOf(coveredBy(counts, aspect), counts.entities),
            language,
          ),
        ),
      ],
    }));
  return (
    <Table
      className={classes.table}
      size="small"
      aria-label={t('coverage.kinds.table')}
    >
      <TableHead>
        <TableRow>
          <TableCell className={classes.head}>
            {t('coverage.kinds.kind')}
          </TableCell>
          {!narrow &&
            columns.map(column => (
              <TableCell key={column} className={classes.head} align="right">
                {column}
              </TableCell>
            ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ kind, figures }) => (
          <TableRow key={kind}>
            <TableCell className={classes.cell} component="th" scope="row">
              {kindName({ kind }, t)}
              {narrow && (
                <Typography
                  variant="caption"
                  color="textSecondary"
                  component="div"
                >
                  {figures
                    .map((figure, index) => `${columns[index]}: ${figure}`)
                    .join(' · ')}
                </Typography>
              )}
            </TableCell>
            {!narrow &&
              figures.map((figure, index) => (
                <TableCell
                  key={columns[index]}
                  className={classes.cell}
                  align="right"
                >
                  {figure}
                </TableCell>
              ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
