import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    acts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'CustomerLayerSuggestionActs' },
);

/** Props of {@link SuggestionActs}. */
export type SuggestionActsProps = {
  /** How many there are, and how many of them are selected. */
  total: number;
  selected: number;
  /** Whether those are shown that were dismissed. */
  dismissed: boolean;
  busy: boolean;
  onSelectAll: (selected: boolean) => void;
  /** Absent where one may not. */
  onAccept?: () => void;
  /** Dismisses what is selected, or brings it back; absent where one may not. */
  onDismiss?: () => void;
  onShowDismissed: (dismissed: boolean) => void;
};

/** What can be done with several suggestions at once. */
export function SuggestionActs(props: SuggestionActsProps) {
  const { total, selected, dismissed, busy } = props;
  const { onSelectAll, onAccept, onDismiss, onShowDismissed } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <div className={classes.acts}>
      {total > 0 && (onAccept || onDismiss) && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={selected === total}
              indeterminate={selected > 0 && selected < total}
              onChange={(_, all) => onSelectAll(all)}
            />
          }
          label={t('coverage.suggestions.selectShown')}
        />
      )}
      {!dismissed && onAccept && (
        <Button
          size="small"
          color="primary"
          variant="contained"
          disabled={!selected}
          onClick={onAccept}
        >
          {t('coverage.suggestions.acceptSelected')}
        </Button>
      )}
      {onDismiss && (
        <Button size="small" disabled={!selected || busy} onClick={onDismiss}>
          {dismissed
            ? t('coverage.suggestions.restoreSelected')
            : t('coverage.suggestions.dismissSelected')}
        </Button>
      )}
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={dismissed}
            onChange={(_, shown) => onShowDismissed(shown)}
          />
        }
        label={t('coverage.suggestions.showDismissed')}
      />
    </div>
  );
}
