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
  labelPlaces,
  trendTicks,
} from '../../lib/audit/trend';
import { customerLayerTranslationRef } from '../../translation';

const HEIGHT = 240;

type LabelProps = { x?: string | number; y?: string | number; index?: number };

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
  const places = labelPlaces(last);
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
      <LineChart
        data={points}
        margin={{ top: 24, right: 24, bottom: 4, left: 0 }}
        accessibilityLayer={false}
      >
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
                  <text
                    x={x}
                    y={Number(y) + (places[line] === 'above' ? -12 : 22)}
                    textAnchor="end"
                    fill={palette.text.primary}
                    fontSize={typography.caption.fontSize}
                  >
                    {t(`audit.trend.${line}`, {
                      share: formatShare(last[line] ?? 0, language),
                    })}
                  </text>
                ) : null
              }
            />
          </Line>
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
