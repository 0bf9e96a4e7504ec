import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WhereToBegin } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    limits: {
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'CustomerLayerStepLimits' },
);

/** Props of {@link StepLimits}. */
export type StepLimitsProps = {
  begin: Pick<WhereToBegin, 'hiddenPlaces' | 'complete'>;
};

/** What the search for a place to begin at has left out; nothing where it has left out nothing. */
export function StepLimits({ begin }: StepLimitsProps) {
  const { hiddenPlaces, complete } = begin;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const limits = [
    hiddenPlaces > 0 && t('coverage.steps.hidden', { count: hiddenPlaces }),
    !complete && t('coverage.steps.incomplete'),
  ].filter(Boolean);
  if (!limits.length) {
    return null;
  }
  return (
    <Typography
      className={classes.limits}
      variant="caption"
      color="textSecondary"
      component="p"
    >
      {limits.join(' ')}
    </Typography>
  );
}
