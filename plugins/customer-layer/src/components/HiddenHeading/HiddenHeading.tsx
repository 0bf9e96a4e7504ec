import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    heading: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'CustomerLayerHiddenHeading' },
);

/** Stands between the heading of a page and those of its cards, for who hears the page: the stock cards leave it out. */
export function HiddenHeading({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography className={classes.heading} variant="h2">
      {children}
    </Typography>
  );
}
