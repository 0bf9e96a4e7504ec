import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';

const SIZE = 112;
const STROKE = 10;
const RADIUS = (SIZE - STROKE) / 2;
const LENGTH = 2 * Math.PI * RADIUS;

const useStyles = makeStyles(
  theme => ({
    gauge: {
      position: 'relative',
      width: SIZE,
      height: SIZE,
      flexShrink: 0,
    },
    circle: {
      transform: 'rotate(-90deg)',
    },
    track: {
      stroke: theme.palette.divider,
    },
    share: {
      stroke: theme.palette.primary.main,
    },
    figure: {
      position: 'absolute',
      inset: 0,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      fontWeight: 'bold',
    },
  }),
  { name: 'CustomerLayerScoreGauge' },
);

/** A score as a figure within a ring that is filled as far. */
export function ScoreGauge({ score }: { score?: number }) {
  const classes = useStyles();
  const language = useLanguage();
  const common = {
    cx: SIZE / 2,
    cy: SIZE / 2,
    r: RADIUS,
    fill: 'none',
    strokeWidth: STROKE,
  };
  return (
    <div className={classes.gauge}>
      <svg className={classes.circle} width={SIZE} height={SIZE} aria-hidden>
        <circle className={classes.track} {...common} />
        {score !== undefined && (
          <circle
            className={classes.share}
            {...common}
            strokeDasharray={`${score * LENGTH} ${LENGTH}`}
          />
        )}
      </svg>
      <Typography className={classes.figure} variant="h4" component="div">
        {score === undefined ? '–' : formatShare(score, language)}
      </Typography>
    </div>
  );
}
