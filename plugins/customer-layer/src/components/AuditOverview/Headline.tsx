import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactNode } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { failuresBySeverity, formatShare } from '../../lib/audit/summary';
import { customerLayerTranslationRef } from '../../translation';
import { ScoreGauge } from './ScoreGauge';

const useStyles = makeStyles(
  theme => ({
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(3, 4),
      margin: 0,
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '5fr 2fr 2fr 3fr',
      },
    },
    score: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      gridColumn: '1 / -1',
      [theme.breakpoints.up('md')]: {
        gridColumn: 'auto',
      },
    },
    figure: {
      [theme.breakpoints.up('md')]: {
        paddingTop: theme.spacing(2.5),
      },
    },
    wide: {
      gridColumn: '1 / -1',
      [theme.breakpoints.up('md')]: {
        gridColumn: 'auto',
      },
    },
    list: {
      display: 'contents',
    },
    value: {
      margin: 0,
    },
  }),
  { name: 'CustomerLayerHeadline' },
);

type FigureProps = {
  label: string;
  value: ReactNode;
  text: string;
  /** Gets a row of its own where there is little room. */
  wide?: boolean;
};

function Figure({ label, value, text, wide }: FigureProps) {
  const classes = useStyles();
  return (
    <div
      className={wide ? `${classes.figure} ${classes.wide}` : classes.figure}
    >
      <Typography variant="caption" component="dt" color="textSecondary">
        {label}
      </Typography>
      <dd className={classes.value}>
        <Typography variant="h5" component="div">
          {value}
        </Typography>
        <Typography variant="caption" component="div" color="textSecondary">
          {text}
        </Typography>
      </dd>
    </div>
  );
}

/** The few figures that tell how the catalog fares. */
export function Headline({ summary }: { summary: AuditSummary }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { score, rules, run } = summary;
  const failing = failuresBySeverity(rules);
  const number = (value: number) => value.toLocaleString(language);
  const { entities, economic, both } = run?.twoCustomers ?? {
    entities: 0,
    economic: 0,
    both: 0,
  };
  return (
    <div className={classes.figures}>
      <div className={classes.score}>
        <ScoreGauge score={score} />
        <div>
          <Typography variant="caption" display="block" color="textSecondary">
            {t('audit.headline.score')}
          </Typography>
          <Typography variant="body2">
            {score === undefined
              ? t('audit.headline.noScore')
              : t('audit.headline.scoreText')}
          </Typography>
        </div>
      </div>
      <dl className={classes.list}>
        <Figure
          label={t('audit.headline.errors')}
          value={number(failing.error)}
          text={t('audit.headline.failing')}
        />
        <Figure
          label={t('audit.headline.warnings')}
          value={number(failing.warning)}
          text={t('audit.headline.failing')}
        />
        <Figure
          label={t('audit.headline.both')}
          wide
          value={entities ? formatShare(both / entities, language) : '–'}
          text={
            entities
              ? t('audit.headline.bothText', {
                  both: number(both),
                  entities: number(entities),
                  economic: number(economic),
                })
              : t('audit.headline.bothNone')
          }
        />
      </dl>
    </div>
  );
}
