import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    beneath: {
      '&:empty, &:has(> :empty:only-child)': {
        display: 'none',
      },
    },
    stacked: {
      display: 'grid',
      gap: theme.spacing(3),
      // A long word must not make the cards wider than the page.
      gridTemplateColumns: 'minmax(0, 1fr)',
      '&:empty': {
        display: 'none',
      },
    },
    subtitle: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(2),
    },
    acts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'CustomerLayerColumns' },
);

/** A card of the tab. */
export type Column = {
  title: string;
  /** Says in a few words what the card tells. */
  subtitle?: string;
  /** Stands beside the subtitle. */
  action?: ReactNode;
  body: ReactNode;
};

/** Props of {@link Columns}. */
export type ColumnsProps = {
  /** Above everything. */
  alerts?: ReactNode;
  /** A card across the whole width. */
  strip: Column;
  /** As well, beneath that. */
  main?: Column;
  columns?: Column[];
  /** Beneath the columns, across the whole width; may turn out to be nothing. */
  beneath?: ReactNode;
  footer?: ReactNode;
};

function ColumnCard({ title, subtitle, action, body }: Column) {
  const classes = useStyles();
  return (
    <EntityInfoCard title={title}>
      {subtitle && (
        <div className={classes.subtitle}>
          <Typography variant="body2" color="textSecondary">
            {subtitle}
          </Typography>
          {action && <div className={classes.acts}>{action}</div>}
        </div>
      )}
      {body}
    </EntityInfoCard>
  );
}

/** The frame of the tab: cards side by side where there is room, one below the other where there isn't. */
export function Columns(props: ColumnsProps) {
  const { alerts, strip, main, columns = [], beneath, footer } = props;
  const classes = useStyles();
  return (
    <Grid container spacing={3} alignItems="flex-start">
      {alerts && (
        <Grid item xs={12}>
          {alerts}
        </Grid>
      )}
      <Grid item xs={12}>
        <ColumnCard {...strip} />
      </Grid>
      {main && (
        <Grid item xs={12}>
          <ColumnCard {...main} />
        </Grid>
      )}
      {columns.map(column => (
        <Grid key={column.title} item xs={12} md={6} lg={4}>
          <ColumnCard {...column} />
        </Grid>
      ))}
      <Grid item xs={12} className={classes.beneath}>
        {beneath}
      </Grid>
      {footer && (
        <Grid item xs={12}>
          {footer}
        </Grid>
      )}
    </Grid>
  );
}

/** Cards one below the other, some of which may turn out to be nothing. */
export function Stacked({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.stacked}>{children}</div>;
}

const Waiting = ({ height }: { height: number }) => (
  <div style={{ minHeight: height }}>
    <Progress />
  </div>
);

/** The same frame, as high as it usually gets, while the answer is on its way. */
export const waiting = (column: Omit<Column, 'body'>, height: number) => ({
  ...column,
  body: <Waiting height={height} />,
});
