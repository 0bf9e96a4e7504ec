import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { auditSearch } from '../../lib/audit/filters';
import { formatShare, worstFirst } from '../../lib/audit/summary';
import { customerLayerTranslationRef } from '../../translation';
import { SeverityChip } from '../Finding';
import { StateBar } from './StateBar';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    rule: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      gap: theme.spacing(0.5, 3),
      padding: theme.spacing(1, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 5fr) 80px',
      },
    },
    title: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
    },
    score: {
      textAlign: 'right',
      gridRow: 1,
      gridColumn: -2,
    },
    bar: {
      gridColumn: '1 / -1',
      gridRow: 2,
      [theme.breakpoints.up('md')]: {
        gridColumn: 2,
        gridRow: 1,
      },
    },
  }),
  { name: 'CustomerLayerRulesPanel' },
);

/** How each rule fares, the worst first; each leads to its findings. */
export function RulesPanel({ rules }: Pick<AuditSummary, 'rules'>) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <ul className={classes.list} aria-label={t('audit.rules.list')}>
      {worstFirst(rules).map(rule => (
        <li key={rule.id} className={classes.rule}>
          <div className={classes.title}>
            <Typography variant="body2" component="span">
              <Link
                to={auditSearch('findings', {
                  rule: [rule.id],
                  state: rule.counts.fail ? ['fail'] : [],
                })}
                title={t('audit.rules.link', { title: rule.title })}
              >
                {rule.title}
              </Link>
            </Typography>
            <SeverityChip severity={rule.severity} />
          </div>
          <div className={classes.bar}>
            <StateBar tally={rule} />
          </div>
          <Typography className={classes.score} variant="body2">
            {rule.score === undefined
              ? t('audit.rules.noScore')
              : formatShare(rule.score, language)}
          </Typography>
        </li>
      ))}
    </ul>
  );
}
