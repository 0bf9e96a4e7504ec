import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Readiness } from '@missing-layer/backstage-plugin-customer-layer-common';
import { summarizeReadiness } from '../../lib/readiness';
import { customerLayerTranslationRef } from '../../translation';
import { PillarMark } from './PillarMark';

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
      padding: theme.spacing(0.5, 0),
    },
  }),
  { name: 'CustomerLayerReadinessPillars' },
);

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
        {pillars.map(({ pillar, ...result }) => (
          <li key={pillar} className={classes.pillar}>
            <PillarMark
              name={t(`operations.pillar.${pillar}`)}
              result={result}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
