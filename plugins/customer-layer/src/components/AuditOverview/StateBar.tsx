import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditTally } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { shownCounts } from '../../lib/audit/summary';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const hatched = (angle: number) =>
      `repeating-linear-gradient(${angle}deg, ${theme.palette.text.disabled} 0 2px, transparent 2px 6px)`;
    return {
      bar: {
        display: 'flex',
        gap: 1,
        height: theme.spacing(1.25),
        borderRadius: theme.shape.borderRadius,
        overflow: 'hidden',
      },
      part: {
        minWidth: 3,
      },
      fail: { background: theme.palette.error.main },
      unmeasured: { background: hatched(45) },
      exempt: { background: hatched(90) },
      pass: { background: theme.palette.success.main },
      skipped: {},
    };
  },
  { name: 'CustomerLayerStateBar' },
);

/** How many findings there are in each state, as a bar and in words. */
export function StateBar({ tally }: { tally: AuditTally }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const counted = shownCounts(tally);
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {counted.map(({ state, share }) => (
          <span
            key={state}
            className={`${classes.part} ${classes[state]}`}
            style={{ flex: `${share} 0 0` }}
          />
        ))}
      </div>
      <Typography variant="caption" color="textSecondary" component="div">
        {counted
          .map(({ state, count }) =>
            t(`audit.counted.${state}`, {
              number: count.toLocaleString(language),
            }),
          )
          .join(' · ')}
      </Typography>
    </>
  );
}
