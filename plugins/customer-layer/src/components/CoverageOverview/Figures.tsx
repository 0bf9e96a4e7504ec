import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Coverage,
  COVERAGE_ASPECTS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { formatShare } from '../../lib/audit/summary';
import { coveredBy, partsOf, shareOf } from '../../lib/coverageView/figures';
import { customerLayerTranslationRef } from '../../translation';
import { SourceBar } from './SourceBar';

const useStyles = makeStyles(
  theme => ({
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
      gap: theme.spacing(3, 4),
      margin: theme.spacing(0, 0, 2),
    },
    value: {
      margin: 0,
    },
    share: {
      display: 'flex',
      alignItems: 'baseline',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      marginBottom: theme.spacing(0.5),
    },
  }),
  { name: 'CustomerLayerCoverageFigures' },
);

/** How many entities have their two customers and somebody to operate them, and where they have these from. */
export function Figures({ coverage }: { coverage: Coverage }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { entities, anyCustomer } = coverage;
  const number = (value: number) => value.toLocaleString(language);
  if (!entities) {
    return (
      <Typography variant="body2">{t('coverage.figures.empty')}</Typography>
    );
  }
  return (
    <>
      <dl className={classes.figures}>
        {COVERAGE_ASPECTS.map(aspect => {
          const covered = coveredBy(coverage, aspect);
          const label = t(`coverage.figures.${aspect}`);
          return (
            <div key={aspect}>
              <Typography variant="body2" component="dt" color="textSecondary">
                {label}
              </Typography>
              <dd className={classes.value}>
                <div className={classes.share}>
                  <Typography variant="h4" component="span">
                    {formatShare(shareOf(covered, entities), language)}
                  </Typography>
                  <Typography variant="body2" component="span">
                    {t('coverage.figures.of', {
                      covered: number(covered),
                      entities: number(entities),
                    })}
                  </Typography>
                </div>
                <SourceBar label={label} parts={partsOf(coverage, aspect)} />
              </dd>
            </div>
          );
        })}
      </dl>
      <Typography variant="body2">
        {t('coverage.figures.any', {
          covered: number(anyCustomer),
          entities: number(entities),
        })}
      </Typography>
    </>
  );
}
