import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HighlightOff from '@material-ui/icons/HighlightOff';
import PauseCircleOutline from '@material-ui/icons/PauseCircleOutline';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FindingState } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    fail: { color: theme.palette.error.main },
    pass: { color: theme.palette.success.main },
    unmeasured: { color: theme.palette.text.secondary },
    exempt: { color: theme.palette.text.secondary },
    skipped: { color: theme.palette.text.secondary },
  }),
  { name: 'CustomerLayerFindingStateMark' },
);

const ICONS: Record<FindingState, typeof HelpOutline> = {
  fail: HighlightOff,
  unmeasured: HelpOutline,
  exempt: PauseCircleOutline,
  pass: CheckCircleOutline,
  skipped: HelpOutline,
};

/** The state of a finding, as an icon and in words. */
export function FindingStateMark({ state }: { state: FindingState }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const Icon = ICONS[state];
  return (
    <span className={classes.mark}>
      <Icon className={classes[state]} fontSize="small" aria-hidden />
      <Typography variant="body2" component="span">
        {t(`audit.state.${state}`)}
      </Typography>
    </span>
  );
}
