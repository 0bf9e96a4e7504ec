import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { nodeSize, NodeShape, ShapeKind } from './NodeShape';

const useStyles = makeStyles(
  theme => ({
    legend: {
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    kind: {
      display: 'inline-flex',
    },
  }),
  { name: 'CustomerLayerImpactLegend' },
);

/** What the forms in the graph stand for. */
export function Legend({ kinds }: { kinds: ShapeKind[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Typography component="ul" variant="body2" className={classes.legend}>
      {kinds.map(kind => {
        const label = t(`impact.graph.kind.${kind}`);
        const { width, height } = nodeSize(label);
        return (
          <li key={kind} className={classes.kind}>
            <svg
              role="img"
              aria-label={label}
              width={width + 2}
              height={height + 2}
              viewBox={`-1 -1 ${width + 2} ${height + 2}`}
            >
              <NodeShape kind={kind} label={label} hint={label} />
            </svg>
          </li>
        );
      })}
    </Typography>
  );
}
