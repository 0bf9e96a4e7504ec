import { alpha, makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { IMPACT_MODES, ImpactMode } from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    mode: {
      padding: theme.spacing(0, 1.5),
      height: 40,
      textTransform: 'none',
      color: theme.palette.text.primary,
      borderColor: theme.palette.grey[500],
    },
    chosen: {
      '&&': {
        color: theme.palette.text.primary,
        fontWeight: theme.typography.fontWeightBold as number,
        backgroundColor: alpha(theme.palette.primary.main, 0.18),
      },
    },
  }),
  { name: 'CustomerLayerImpactMode' },
);

/** Props of {@link ModeSwitch}. */
export type ModeSwitchProps = {
  mode: ImpactMode;
  onChange: (mode: ImpactMode) => void;
};

/** Whether something is down, or is going to be touched. */
export function ModeSwitch({ mode, onChange }: ModeSwitchProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={mode}
      onChange={(_, chosen: ImpactMode | null) => chosen && onChange(chosen)}
      aria-label={t('impact.mode.label')}
    >
      {IMPACT_MODES.map(one => (
        <ToggleButton
          key={one}
          value={one}
          classes={{ root: classes.mode, selected: classes.chosen }}
        >
          {t(`impact.mode.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
