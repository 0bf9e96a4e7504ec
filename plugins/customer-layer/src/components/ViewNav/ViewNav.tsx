import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';

const useStyles = makeStyles(
  theme => ({
    views: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 3),
      listStyle: 'none',
      margin: theme.spacing(3, 0),
      padding: 0,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    view: {
      display: 'block',
      padding: theme.spacing(1, 0),
      marginBottom: -1,
      borderBottom: '2px solid transparent',
      color: theme.palette.text.secondary,
      ...theme.typography.body1,
      '&:hover': {
        color: theme.palette.text.primary,
        textDecoration: 'none',
      },
    },
    current: {
      color: theme.palette.text.primary,
      borderBottomColor: theme.palette.primary.main,
      fontWeight: 'bold',
    },
  }),
  { name: 'CustomerLayerViewNav' },
);

/** A view of a page, and where it is. */
export type NavigableView = { id: string; title: string; to: string };

/** Props of {@link ViewNav}. */
export type ViewNavProps = {
  label: string;
  views: NavigableView[];
  /** Id of the one that is shown. */
  current: string;
};

/** Leads to each view of a page. */
export function ViewNav({ label, views, current }: ViewNavProps) {
  const classes = useStyles();
  return (
    <nav aria-label={label}>
      <ul className={classes.views}>
        {views.map(({ id, title, to }) => (
          <li key={id}>
            <Link
              to={to}
              className={
                id === current
                  ? `${classes.view} ${classes.current}`
                  : classes.view
              }
              aria-current={id === current ? 'page' : undefined}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
