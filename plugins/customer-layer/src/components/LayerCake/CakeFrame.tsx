import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    cake: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.75),
    },
  }),
  { name: 'CustomerLayerCake' },
);

/** Bands, one on top of the other. */
export function CakeFrame(props: { busy?: boolean; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.cake} aria-busy={props.busy}>
      {props.children}
    </div>
  );
}
