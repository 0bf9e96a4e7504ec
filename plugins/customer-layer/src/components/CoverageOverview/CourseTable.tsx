import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { COVERAGE_ASPECTS } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import { CoursePoint } from '../../lib/coverageView/course';
import { customerLayerTranslationRef } from '../../translation';

/** Props of {@link CourseTable}. */
export type CourseTableProps = {
  /** The oldest first. */
  points: CoursePoint[];
  format: (time: number) => string;
};

/** The course in figures, the newest first. */
export function CourseTable({ points, format }: CourseTableProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <div
      // Whoever has no mouse scrolls what has the focus.
      role="region"
      aria-label={t('coverage.course.title')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      style={{ overflow: 'auto', maxHeight: 320 }}
    >
      <Table
        size="small"
        style={{ minWidth: 560 }}
        aria-label={t('coverage.course.title')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('coverage.course.at')}</TableCell>
            <TableCell align="right">{t('coverage.course.entities')}</TableCell>
            <TableCell align="right">{t('coverage.course.any')}</TableCell>
            {COVERAGE_ASPECTS.map(aspect => (
              <TableCell key={aspect} align="right">
                {t(`coverage.aspect.${aspect}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...points].reverse().map(point => (
            <TableRow key={point.time}>
              <TableCell component="th" scope="row">
                {format(point.time)}
              </TableCell>
              <TableCell align="right">
                {point.entities.toLocaleString(language)}
              </TableCell>
              {(['any', ...COVERAGE_ASPECTS] as const).map(line => (
                <TableCell key={line} align="right">
                  {formatShare(point[line], language)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
