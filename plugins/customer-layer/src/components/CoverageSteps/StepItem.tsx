import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CoverageStep } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { plainName } from '../../lib/audit/plainName';
import { formatShare } from '../../lib/audit/summary';
import { shareOf } from '../../lib/coverageView/figures';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, useNameOf } from '../EntityName';

const useStyles = makeStyles(
  theme => ({
    step: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
    },
    text: {
      flex: 1,
      minWidth: 0,
    },
    meter: {
      height: 4,
      marginTop: theme.spacing(0.5),
      background: theme.palette.divider,
    },
    reached: {
      height: '100%',
      background: theme.palette.primary.main,
    },
  }),
  { name: 'CustomerLayerCoverageStep' },
);

/** Props of {@link StepItem}. */
export type StepItemProps = {
  step: CoverageStep;
  /** Of the whole catalog. */
  entities: number;
  /** Absent where one may not assign anything. */
  onAssign?: (entityRef: string) => void;
};

/** One place to begin at: what it would gain, by which way, and how much would be covered then. */
export function StepItem({ step, entities, onAssign }: StepItemProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const nameOf = useNameOf('entity');
  const { entityRef, title, gain, inherited, derived, covered } = step;
  const reached = shareOf(covered, entities);
  const facts = [
    t('coverage.steps.gain', { count: gain }),
    inherited > 0 &&
      t('coverage.steps.inherited', {
        number: inherited.toLocaleString(language),
      }),
    derived > 0 &&
      t('coverage.steps.derived', { number: derived.toLocaleString(language) }),
    t('coverage.steps.reaches', { share: formatShare(reached, language) }),
  ];
  return (
    <div className={classes.step}>
      <div className={classes.text}>
        <Typography variant="body2" component="div">
          <EntityName entityRef={entityRef} title={title} />
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {facts.filter(Boolean).join(' · ')}
        </Typography>
        <div className={classes.meter} aria-hidden>
          <div
            className={classes.reached}
            style={{ width: `${reached * 100}%` }}
          />
        </div>
      </div>
      {onAssign && (
        <Button
          variant="outlined"
          color="primary"
          size="small"
          aria-label={t('coverage.steps.assignTo', {
            name: nameOf(entityRef, title ?? plainName(entityRef)),
          })}
          onClick={() => onAssign(entityRef)}
        >
          {t('coverage.steps.assign')}
        </Button>
      )}
    </div>
  );
}
