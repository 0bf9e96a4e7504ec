import Typography from '@material-ui/core/Typography';
import { useTheme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import { TrendMark, TrendPoint, axisEnd } from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';
import { TrendLines } from './TrendLines';

/** Props of {@link TrendChart}. */
export type TrendChartProps = {
  /** At least two, the oldest first. */
  points: TrendPoint[];
  marks: TrendMark[];
};

/** The shares that pass, and beneath them over the same days what fails by severity. */
export default function TrendChart({ points, marks }: TrendChartProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { palette } = useTheme();
  const common = { points, marks };
  const dashed = { stroke: palette.text.primary, strokeDasharray: '6 4' };
  const most = points.map(({ failing }) =>
    Math.max(failing.error, failing.warning),
  );
  return (
    <>
      <TrendLines
        {...common}
        height={220}
        end={1}
        format={share => formatShare(share, language)}
        lines={[
          {
            name: t('audit.trend.score'),
            valueOf: ({ score }) => score,
            look: { stroke: palette.primary.main, strokeWidth: 3 },
          },
          {
            name: t('audit.trend.both'),
            valueOf: ({ both }) => both,
            look: dashed,
          },
        ]}
      />
      <Typography variant="caption" color="textSecondary" component="div">
        {t('audit.trend.failures')}
      </Typography>
      <TrendLines
        {...common}
        height={160}
        end={axisEnd(Math.max(...most))}
        format={count => count.toLocaleString(language)}
        lines={[
          {
            name: t('audit.trend.errors'),
            valueOf: ({ failing }) => failing.error,
            look: { stroke: palette.error.main, strokeWidth: 3 },
          },
          {
            name: t('audit.trend.warnings'),
            valueOf: ({ failing }) => failing.warning,
            look: dashed,
          },
        ]}
      />
    </>
  );
}
