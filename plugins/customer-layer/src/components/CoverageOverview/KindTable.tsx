import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
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

/** Coverage of each kind, the kind with the most entities first. */
export function KindTable({ byKind }: Pick<Coverage, 'byKind'>) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const kinds = Object.entries(byKind)
    .filter(([, { entities }]) => entities > 0)
    .sort(([, a], [, b]) => b.entities - a.entities);
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
          <TableCell className={classes.head} align="right">
            {t('coverage.kinds.entities')}
          </TableCell>
          {COVERAGE_ASPECTS.map(aspect => (
            <TableCell key={aspect} className={classes.head} align="right">
              {t(`coverage.aspect.${aspect}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {kinds.map(([kind, counts]) => (
          <TableRow key={kind}>
            <TableCell className={classes.cell} component="th" scope="row">
              {kindName({ kind }, t)}
            </TableCell>
            <TableCell className={classes.cell} align="right">
              {counts.entities.toLocaleString(language)}
            </TableCell>
            {COVERAGE_ASPECTS.map(aspect => (
              <TableCell key={aspect} className={classes.cell} align="right">
                {formatShare(
                  shareOf(coveredBy(counts, aspect), counts.entities),
                  language,
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
