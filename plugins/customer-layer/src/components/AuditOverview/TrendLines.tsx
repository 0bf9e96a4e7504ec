import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShortDay } from '../../lib/audit/dates';
import {
  TrendMark,
  TrendPoint,
  labelShifts,
  trendTicks,
} from '../../lib/audit/trend';
import { EndLabel } from './EndLabel';

const MARGIN = { top: 24, right: 110, bottom: 4, left: 0 };
// The days beneath the lines.
const DAYS = 30;
// A label has two lines of text.
const LABEL = 36;

/** A line of the trend. */
export type TrendLine = {
  name: string;
  valueOf(point: TrendPoint): number | undefined;
  look: { stroke: string; strokeWidth?: number; strokeDasharray?: string };
};

/** Props of {@link TrendLines}. */
export type TrendLinesProps = {
  /** At least two, the oldest first. */
  points: TrendPoint[];
  lines: [TrendLine, TrendLine];
  /** Each gets a number, from 1. */
  marks: TrendMark[];
  /** The highest value there is room for. */
  end: number;
  /** In pixels. */
  height: number;
  format(value: number): string;
};

type LabelProps = { x?: string | number; y?: string | number; index?: number };

/** Two lines over the same days, each with its name and last value at its end. */
export function TrendLines(props: TrendLinesProps) {
  const { points, lines, marks, end, height, format } = props;
  const language = useLanguage();
  const { palette, typography } = useTheme();
  const plot = height - MARGIN.top - MARGIN.bottom - DAYS;
  const last = points[points.length - 1];
  const heightOf = (line: TrendLine) => (line.valueOf(last) ?? 0) / end;
  const shifts = labelShifts(
    [heightOf(lines[0]), heightOf(lines[1])],
    LABEL / plot,
  );
  const small = {
    fontSize: typography.caption.fontSize,
    fill: palette.text.secondary,
  };
  return (
    <ResponsiveContainer width="100%" height={height}>
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
          domain={[0, end]}
          ticks={[0, end / 2, end]}
          tickFormatter={format}
          tick={small}
          tickLine={false}
          axisLine={false}
          width={48}
        />
        {marks.map(({ time }, index) => (
          <ReferenceLine
            key={time}
            x={time}
            stroke={palette.text.secondary}
            strokeDasharray="2 3"
            label={{
              ...small,
              position: 'top',
              value: (index + 1).toLocaleString(language),
            }}
          />
        ))}
        {lines.map((line, which) => (
          <Line
            key={line.name}
            dataKey={line.valueOf}
            type="linear"
            dot={points.length < 15}
            strokeWidth={2}
            isAnimationActive={false}
            {...line.look}
          >
            <LabelList
              content={({ x, y, index }: LabelProps) => {
                const value = line.valueOf(last);
                return index === points.length - 1 && value !== undefined ? (
                  <EndLabel
                    x={Number(x) + 10}
                    y={Number(y) - shifts[which] * plot}
                    name={line.name}
                    value={format(value)}
                  />
                ) : null;
              }}
            />
          </Line>
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
