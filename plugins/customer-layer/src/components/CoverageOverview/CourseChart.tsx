import { useTheme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { COVERAGE_ASPECTS } from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import { CoursePoint } from '../../lib/coverageView/course';
import { customerLayerTranslationRef } from '../../translation';
import { CourseLegend } from './CourseLegend';
import { DASHES } from './dashes';

/** Props of {@link CourseChart}. */
export type CourseChartProps = {
  /** At least two, the oldest first. */
  points: CoursePoint[];
  format: (time: number) => string;
};

/** The shares that are covered, over time. */
export default function CourseChart({ points, format }: CourseChartProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { palette, typography } = useTheme();
  const small = {
    fontSize: typography.caption.fontSize,
    fill: palette.text.secondary,
  };
  const last = points[points.length - 1];
  const share = (value: number) => formatShare(value, language);
  return (
    <>
      <ResponsiveContainer width="100%" height={220}>
        <LineChart
          data={points}
          margin={{ top: 8, right: 56, bottom: 4, left: 24 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke={palette.divider} />
          <XAxis
            dataKey="time"
            type="number"
            domain={['dataMin', 'dataMax']}
            ticks={[points[0].time, last.time]}
            tickFormatter={format}
            tick={small}
            tickLine={false}
            stroke={palette.divider}
          />
          <YAxis
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tickFormatter={share}
            tick={small}
            tickLine={false}
            axisLine={false}
            width={48}
          />
          {COVERAGE_ASPECTS.map(aspect => (
            <Line
              key={aspect}
              dataKey={aspect}
              // Between two measurements nothing is known but that it was so and then otherwise.
              type="stepAfter"
              dot={points.length < 15}
              strokeWidth={2}
              stroke={
                aspect === 'economic'
                  ? palette.primary.main
                  : palette.text.primary
              }
              strokeDasharray={DASHES[aspect]}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
      <CourseLegend
        lines={COVERAGE_ASPECTS.map(aspect => ({
          aspect,
          text: `${t(`coverage.aspect.${aspect}`)}: ${share(last[aspect])}`,
        }))}
      />
    </>
  );
}
