import { alpha, makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';

const useStyles = makeStyles(
  theme => ({
    choice: {
      padding: theme.spacing(0, 1.5),
      minHeight: 40,
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
  { name: 'CustomerLayerChoiceSwitch' },
);

/** Props of {@link ChoiceSwitch}. */
export type ChoiceSwitchProps<T extends string> = {
  /** What is chosen among, for who hears it. */
  label: string;
  choices: ReadonlyArray<{ value: T; label: string }>;
  chosen: T;
  onChange: (chosen: T) => void;
};

/** One of a few, side by side. */
export function ChoiceSwitch<T extends string>(props: ChoiceSwitchProps<T>) {
  const { label, choices, chosen, onChange } = props;
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={chosen}
      onChange={(_, value: T | null) => value && onChange(value)}
      aria-label={label}
    >
      {choices.map(choice => (
        <ToggleButton
          key={choice.value}
          value={choice.value}
          classes={{ root: classes.choice, selected: classes.chosen }}
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
