import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    section: {
      '& + &': {
        marginTop: theme.spacing(2.5),
      },
    },
    heading: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
    },
    title: {
      fontWeight: 'bold',
    },
    count: {
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'CustomerLayerSection' },
);

/** Props of {@link Section}. */
export type SectionProps = {
  title: string;
  count?: number;
  /** Of the heading; one level below a card's own where none is given. */
  level?: 'h4' | 'h5';
  children: ReactNode;
};

/** A part of a card, under a heading of its own. */
export function Section(props: SectionProps) {
  const { title, count, level = 'h4', children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.heading}>
        <Typography
          id={id}
          className={classes.title}
          variant="body2"
          component={level}
        >
          {title}
        </Typography>
        {count !== undefined && (
          <Typography className={classes.count} variant="body2">
            {count}
          </Typography>
        )}
      </div>
      {children}
    </section>
  );
}
