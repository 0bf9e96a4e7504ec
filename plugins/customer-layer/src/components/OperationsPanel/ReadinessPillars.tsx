import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HighlightOff from '@material-ui/icons/HighlightOff';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PillarState,
  Readiness,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { summarizeReadiness } from '../../lib/readiness';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    // Side by side where there is room for two at least.
    pillars: {
      listStyle: 'none',
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(168px, 1fr))',
      columnGap: theme.spacing(2),
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
    },
    pillar: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
    },
    text: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    evidence: {
      display: 'block',
    },
    pass: {
      color: theme.palette.success.main,
    },
    fail: {
      color: theme.palette.error.main,
    },
    unmeasured: {
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'CustomerLayerReadinessPillars' },
);

const ICONS: Record<PillarState, typeof HelpOutline> = {
  pass: CheckCircleOutline,
  fail: HighlightOff,
  unmeasured: HelpOutline,
};

/** Props of {@link ReadinessPillars}. */
export type ReadinessPillarsProps = {
  readiness: Readiness;
  /** Whose readiness it is. */
  team: string;
};

/** The four pillars of a team, each with its state in an icon and in words, and why. */
export function ReadinessPillars({ readiness, team }: ReadinessPillarsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { passed, total, pillars } = summarizeReadiness(readiness);
  return (
    <>
      <Typography variant="caption" component="div">
        {t('operations.readiness', {
          passed: String(passed),
          total: String(total),
        })}
      </Typography>
      <ul
        className={classes.pillars}
        aria-label={t('operations.readinessOf', { team })}
      >
        {pillars.map(({ pillar, state, evidence }) => {
          const Icon = ICONS[state];
          return (
            <li key={pillar} className={classes.pillar}>
              <Icon className={classes[state]} fontSize="small" aria-hidden />
              <div className={classes.text}>
                <Typography variant="body2" component="span">
                  <strong>{t(`operations.pillar.${pillar}`)}</strong>
                  {': '}
                  {t(`operations.state.${state}`)}
                </Typography>
                <Typography
                  className={classes.evidence}
                  variant="caption"
                  color="textSecondary"
                >
                  {evidence}
                </Typography>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
