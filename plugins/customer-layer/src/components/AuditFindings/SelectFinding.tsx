import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    cell: {
      width: theme.spacing(5),
      borderBottom: 'none',
      verticalAlign: 'top',
      padding: theme.spacing(0.5, 0),
    },
    box: {
      padding: theme.spacing(0.5),
    },
  }),
  { name: 'CustomerLayerSelectFinding' },
);

/** Props of {@link SelectFinding}. */
export type SelectFindingProps = {
  /** What it selects, for those who can't see what it stands beside. */
  label: string;
  checked: boolean;
  /** Whether some of what it stands for is selected, and some not. */
  partly?: boolean;
  /** Absent where there is nothing to select for. */
  onChange?: (checked: boolean) => void;
};

/** A cell with a box that selects a finding, or all of them; an empty one where assigning helps nothing. */
export function SelectFinding(props: SelectFindingProps) {
  const { label, checked, partly = false, onChange } = props;
  const classes = useStyles();
  // A TableCell of the head would say that it heads something.
  return (
    <td className={classes.cell}>
      {onChange && (
        <Checkbox
          className={classes.box}
          size="small"
          color="primary"
          checked={checked}
          indeterminate={partly}
          onChange={(_, chosen) => onChange(chosen)}
          inputProps={{ 'aria-label': label }}
        />
      )}
    </td>
  );
}
