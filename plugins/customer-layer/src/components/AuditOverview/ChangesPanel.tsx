import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditDiff,
  FindingChange,
  RuleDescription,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Pages } from '../../hooks/usePages';
import { changedRules } from '../../lib/audit/changes';
import { customerLayerTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { ChangeList } from './ChangeList';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    rule: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.5, 0),
    },
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
    },
    count: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    worse: { color: theme.palette.error.main },
    better: { color: theme.palette.success.main },
  }),
  { name: 'CustomerLayerChangesPanel' },
);

function Counts({ worse, better }: { worse: number; better: number }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Typography className={classes.counts} variant="body2" component="span">
      {worse > 0 && (
        <span className={classes.count}>
          <ArrowDownward
            className={classes.worse}
            fontSize="inherit"
            aria-hidden
          />
          {t('audit.changes.worse', { count: worse })}
        </span>
      )}
      {better > 0 && (
        <span className={classes.count}>
          <ArrowUpward
            className={classes.better}
            fontSize="inherit"
            aria-hidden
          />
          {t('audit.changes.better', { count: better })}
        </span>
      )}
    </Typography>
  );
}

/** Props of {@link ChangesPanel}. */
export type ChangesPanelProps = {
  changes: Pages<FindingChange, AuditDiff>;
  rules: ReadonlyArray<Pick<RuleDescription, 'id' | 'title'>>;
};

/** What got worse and better between two runs: in numbers, by rule, and one by one on demand. */
export function ChangesPanel({ changes, rules }: ChangesPanelProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { counts, byRule } = changes.first;
  const changed = changedRules(byRule);
  const titleOf = (ruleId: string) =>
    rules.find(({ id }) => id === ruleId)?.title ?? ruleId;
  if (!changed.length) {
    return <Typography variant="body2">{t('audit.changes.none')}</Typography>;
  }
  return (
    <>
      <Box fontWeight="bold">
        <Counts {...counts} />
      </Box>
      <ul className={classes.list} aria-label={t('audit.changes.byRule')}>
        {changed.map(({ ruleId, worse, better }) => (
          <li key={ruleId} className={classes.rule}>
            <Typography variant="body2" component="span">
              {titleOf(ruleId)}
            </Typography>
            <Counts worse={worse} better={better} />
          </li>
        ))}
      </ul>
      <Disclosure label={t('audit.changes.showAll')}>
        <ChangeList changes={changes} titleOf={titleOf} />
      </Disclosure>
    </>
  );
}
