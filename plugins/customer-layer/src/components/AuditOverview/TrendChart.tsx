import { useTheme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShortDay } from '../../lib/audit/dates';
import { formatShare } from '../../lib/audit/summary';
import {
  TREND_LINES,
  TrendPoint,
  labelShifts,
  trendTicks,
} from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';

const HEIGHT = 240;
const MARGIN = { top: 24, right: 110, bottom: 4, left: 0 };
// What is left for the lines, less the days beneath them.
const PLOT = HEIGHT - MARGIN.top - MARGIN.bottom - 30;
// A label has two lines of text.
const LABEL = 36;

type LabelProps = { x?: string | number; y?: string | number; index?: number };

type EndLabelProps = { x: number; y: number; name: string; value: string };

function EndLabel({ x, y, name, value }: EndLabelProps) {
  const { palette, typography } = useTheme();
  return (
    <text
      x={x}
      y={y}
      fill={palette.text.primary}
      fontSize={typography.caption.fontSize}
    >
      <tspan x={x} fontWeight="bold">
        {value}
      </tspan>
      <tspan x={x} dy="1.25em">
        {name}
      </tspan>
    </text>
  );
}

/** Props of {@link TrendChart}. */
export type TrendChartProps = {
  /** At least two, the oldest first. */
  points: TrendPoint[];
};

/** The lines of the trend, each with its name and last value at its end. */
export default function TrendChart({ points }: TrendChartProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { palette, typography } = useTheme();
  const last = points[points.length - 1];
  const shifts = labelShifts(last, LABEL / PLOT);
  const small = {
    fontSize: typography.caption.fontSize,
    fill: palette.text.secondary,
  };
  const looks = {
    score: { stroke: palette.primary.main, strokeWidth: 3 },
    both: { stroke: palette.text.primary, strokeDasharray: '6 4' },
  };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart data={points} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke={palette.divider} />
        <XAxis
          dataKey="time"
          type="number"
          domain={['dataMin', 'dataMax']}
          ticks={trendTicks(points)}
          tickFormatter={(time: number) => formatShortDay(time, language)}
          tick={small}
          tickLine={false}
          stroke={palette.divider}
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.5, 1]}
          tickFormatter={(share: number) => formatShare(share, language)}
          tick={small}
          tickLine={false}
          axisLine={false}
          width={48}
        />
        {TREND_LINES.map(line => (
          <Line
            key={line}
            dataKey={line}
            type="linear"
            dot={points.length < 15}
            strokeWidth={2}
            isAnimationActive={false}
            {...looks[line]}
          >
            <LabelList
              content={({ x, y, index }: LabelProps) =>
                index === points.length - 1 ? (
                  <EndLabel
                    x={Number(x) + 10}
                    y={Number(y) - shifts[line] * PLOT}
                    name={t(`audit.trend.${line}`)}
                    value={formatShare(last[line] ?? 0, language)}
                  />
                ) : null
              }
            />
          </Line>
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
