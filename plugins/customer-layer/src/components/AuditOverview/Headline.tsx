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
      gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(3, 4),
      margin: 0,
    },
    score: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      gridColumn: '1 / -1',
      [theme.breakpoints.up('md')]: {
        gridColumn: 'span 2',
      },
    },
    value: {
      margin: 0,
    },
  }),
  { name: 'CustomerLayerHeadline' },
);

type FigureProps = { label: string; value: ReactNode; text: string };

function Figure({ label, value, text }: FigureProps) {
  const classes = useStyles();
  return (
    <div>
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
    <dl className={classes.figures}>
      <div className={classes.score}>
        <ScoreGauge score={score} />
        <div>
          <Typography variant="caption" component="dt" color="textSecondary">
            {t('audit.headline.score')}
          </Typography>
          <Typography className={classes.value} variant="body2" component="dd">
            {score === undefined
              ? t('audit.headline.noScore')
              : `${formatShare(score, language)} ${t(
                  'audit.headline.scoreText',
                )}`}
          </Typography>
        </div>
      </div>
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
        value={entities ? formatShare(both / entities, language) : '–'}
        text={
          entities
            ? t('audit.headline.bothText', {
                both: number(both),
                entities: number(entities),
              })
            : t('audit.headline.bothNone')
        }
      />
      {entities > 0 && (
        <Figure
          label={t('audit.headline.economic')}
          value={formatShare(economic / entities, language)}
          text={t('audit.headline.economicText', {
            economic: number(economic),
            entities: number(entities),
          })}
        />
      )}
    </dl>
  );
}
