import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    mark: {
      margin: 0,
    },
    inline: {
      height: theme.spacing(2.5),
      verticalAlign: 'bottom',
    },
  }),
  { name: 'CustomerLayerMark' },
);

/** Props of {@link Mark}. */
export type MarkProps = {
  label: string;
  /** Whether it stands out from others of its sort. */
  filled?: boolean;
  /** Whether it stands within a line of text, or on a button. */
  inline?: boolean;
};

/** A word beside a name that sets it off from others. */
export function Mark({ label, filled, inline }: MarkProps) {
  const classes = useStyles();
  return (
    <Chip
      className={inline ? `${classes.mark} ${classes.inline}` : classes.mark}
      component="span"
      size="small"
      variant={filled ? 'default' : 'outlined'}
      label={label}
    />
  );
}
