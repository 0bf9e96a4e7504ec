import { useTheme } from '@material-ui/core/styles';

/** Props of {@link EndLabel}. */
export type EndLabelProps = {
  /** Where it stands in the chart, in pixels. */
  x: number;
  y: number;
  name: string;
  value: string;
};

/** The last value of a line and its name, in a chart. */
export function EndLabel({ x, y, name, value }: EndLabelProps) {
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
