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
import { useRuleSetText } from './RuleMarks';

/** Props of {@link TrendTable}. */
export type TrendTableProps = {
  /** The oldest first. */
  points: TrendPoint[];
  /** Gives the title of a rule. */
  titleOf(ruleId: string): string;
};

/** The trend in figures, the newest day first. */
export function TrendTable({ points, titleOf }: TrendTableProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const textOf = useRuleSetText(titleOf);
  const number = (count: number) => count.toLocaleString(language);
  const share = (value: number | undefined) =>
    value === undefined ? t('audit.trend.none') : formatShare(value, language);
  return (
    <div
      // Whoever has no mouse scrolls what has the focus.
      role="region"
      aria-label={t('audit.trend.title')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      style={{ overflow: 'auto', maxHeight: 320 }}
    >
      <Table
        size="small"
        style={{ minWidth: 760 }}
        aria-label={t('audit.trend.chart')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('audit.trend.day')}</TableCell>
            <TableCell align="right">{t('audit.trend.scoreColumn')}</TableCell>
            <TableCell align="right">{t('audit.trend.bothColumn')}</TableCell>
            <TableCell align="right">{t('audit.trend.errors')}</TableCell>
            <TableCell align="right">{t('audit.trend.warnings')}</TableCell>
            <TableCell align="right">{t('audit.trend.failures')}</TableCell>
            <TableCell>{t('audit.trend.rules')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...points].reverse().map(point => (
            <TableRow key={point.day}>
              <TableCell component="th" scope="row">
                {formatDay(point.day, language)}
              </TableCell>
              <TableCell align="right">{share(point.score)}</TableCell>
              <TableCell align="right">{share(point.both)}</TableCell>
              <TableCell align="right">{number(point.failing.error)}</TableCell>
              <TableCell align="right">
                {number(point.failing.warning)}
              </TableCell>
              <TableCell align="right">{number(point.failures)}</TableCell>
              <TableCell style={{ minWidth: '16em' }}>
                {point.rules ? textOf(point.rules) : t('audit.trend.sameRules')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
