import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    strip: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
      gap: theme.spacing(2, 3),
      margin: 0,
    },
    wide: {
      [theme.breakpoints.up('sm')]: {
        gridColumn: 'span 2',
      },
    },
    value: {
      margin: 0,
      overflowWrap: 'anywhere',
    },
    missing: {
      color: theme.palette.text.secondary,
      fontStyle: 'italic',
    },
  }),
  { name: 'CustomerLayerFactStrip' },
);

/** One fact; without a value, `missing` says what that means. */
export type Fact = {
  label: string;
  value?: ReactNode;
  missing?: string;
  /** Gets the room of two. */
  wide?: boolean;
};

/** A few facts side by side, as many as there is room for. */
export function FactStrip({ facts }: { facts: Fact[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.strip}>
      {facts.map(({ label, value, missing, wide }) => (
        <div key={label} className={wide ? classes.wide : undefined}>
          <Typography variant="caption" component="dt" color="textSecondary">
            {label}
          </Typography>
          <Typography variant="body2" component="dd" className={classes.value}>
            {value ?? <span className={classes.missing}>{missing}</span>}
          </Typography>
        </div>
      ))}
    </dl>
  );
}
