import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { CoverageAspect } from '@missing-layer/backstage-plugin-customer-layer-common';
import { DASHES } from './dashes';

const useStyles = makeStyles(
  theme => ({
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
  }),
  { name: 'CustomerLayerCourseLegend' },
);

/** Props of {@link CourseLegend}. */
export type CourseLegendProps = {
  lines: Array<{ aspect: CoverageAspect; text: string }>;
};

/** Which line is which, and where it stands now. */
export function CourseLegend({ lines }: CourseLegendProps) {
  const classes = useStyles();
  const { palette } = useTheme();
  return (
    <ul className={classes.legend}>
      {lines.map(({ aspect, text }) => (
        <Typography
          key={aspect}
          className={classes.line}
          variant="caption"
          component="li"
        >
          <svg width={28} height={8}>
            <line
              x1={0}
              x2={28}
              y1={4}
              y2={4}
              strokeWidth={2}
              stroke={
                aspect === 'economic'
                  ? palette.primary.main
                  : palette.text.primary
              }
              strokeDasharray={DASHES[aspect]}
            />
          </svg>
          {text}
        </Typography>
      ))}
    </ul>
  );
}
