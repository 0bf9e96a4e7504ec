import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AUDIT_VIEWS,
  AuditView,
  Filters,
  auditSearch,
} from '../../lib/audit/filters';
import { customerLayerTranslationRef } from '../../translation';

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

/** Props of {@link ViewNav}. */
export type ViewNavProps = {
  view: AuditView;
  /** Kept from view to view. */
  filters: Filters;
};

/** Leads to each view of the page. */
export function ViewNav({ view, filters }: ViewNavProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <nav aria-label={t('audit.view.label')}>
      <ul className={classes.views}>
        {AUDIT_VIEWS.map(one => (
          <li key={one}>
            <Link
              to={auditSearch(one, filters)}
              className={
                one === view
                  ? `${classes.view} ${classes.current}`
                  : classes.view
              }
              aria-current={one === view ? 'page' : undefined}
            >
              {t(`audit.view.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
