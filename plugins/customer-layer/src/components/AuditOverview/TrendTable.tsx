import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { formatDay } from '../../lib/audit/dates';
import { formatShare } from '../../lib/audit/summary';
import { TrendPoint } from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';

/** The trend in figures, the newest day first. */
export function TrendTable({ points }: { points: TrendPoint[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const share = (value: number | undefined) =>
    value === undefined ? t('audit.trend.none') : formatShare(value, language);
  return (
    <div style={{ overflowX: 'auto', maxHeight: 320 }}>
      <Table size="small" aria-label={t('audit.trend.chart')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('audit.trend.day')}</TableCell>
            <TableCell align="right">{t('audit.trend.scoreColumn')}</TableCell>
            <TableCell align="right">{t('audit.trend.bothColumn')}</TableCell>
            <TableCell align="right">{t('audit.trend.failures')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...points].reverse().map(({ day, score, both, failures }) => (
            <TableRow key={day}>
              <TableCell component="th" scope="row">
                {formatDay(day, language)}
              </TableCell>
              <TableCell align="right">{share(score)}</TableCell>
              <TableCell align="right">{share(both)}</TableCell>
              <TableCell align="right">
                {failures.toLocaleString(language)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
