import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HighlightOff from '@material-ui/icons/HighlightOff';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PillarResult,
  PillarState,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    mark: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
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
  { name: 'CustomerLayerPillarMark' },
);

const ICONS: Record<PillarState, typeof HelpOutline> = {
  pass: CheckCircleOutline,
  fail: HighlightOff,
  unmeasured: HelpOutline,
};

/** Props of {@link PillarMark}. */
export type PillarMarkProps = {
  /** Of the pillar, where no heading says it. */
  name?: string;
  result: PillarResult;
};

/** One pillar of a team: its state in an icon and in words, and why. */
export function PillarMark({ name, result }: PillarMarkProps) {
  const { state, evidence } = result;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const Icon = ICONS[state];
  return (
    <div className={classes.mark}>
      <Icon className={classes[state]} fontSize="small" aria-hidden />
      <div className={classes.text}>
        <Typography variant="body2" component="span">
          {name && (
            <>
              <strong>{name}</strong>
              {': '}
            </>
          )}
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
    </div>
  );
}
