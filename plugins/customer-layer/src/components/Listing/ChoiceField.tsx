import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId } from 'react';
import { customerLayerTranslationRef } from '../../translation';

/** Something to choose. */
export type Choice = { value: string; label: string };

/** Props of {@link ChoiceField}. */
export type ChoiceFieldProps = {
  label: string;
  choices: Choice[];
  /** The values chosen; none means any. */
  chosen: string[];
  /** Whether more than one can be chosen. */
  several?: boolean;
  /** Whether one must be chosen. */
  required?: boolean;
  /** What it says where nothing is chosen; "Any" where absent. */
  none?: string;
  help?: string;
  onChange: (chosen: string[]) => void;
};

/** A filter by some of several values, or by any. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, choices, chosen, several = false, onChange } = props;
  const { required = false, none, help } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const id = useId();
  const labelOf = (value: string) =>
    choices.find(choice => choice.value === value)?.label ?? value;
  const forNone = none ?? t('audit.filter.any');
  const told = () => {
    if (chosen.length > 1) {
      return t('audit.filter.chosen', { number: String(chosen.length) });
    }
    return chosen.length ? labelOf(chosen[0]) : forNone;
  };
  // What is chosen can be undone, also where it is no longer among the choices.
  const unknown = chosen.filter(
    value => !choices.some(choice => choice.value === value),
  );
  return (
    <TextField
      id={id}
      select
      fullWidth
      size="small"
      variant="outlined"
      label={label}
      helperText={help}
      InputLabelProps={{ shrink: true }}
      SelectProps={{
        multiple: several,
        displayEmpty: true,
        renderValue: told,
        MenuProps: { getContentAnchorEl: null },
      }}
      value={several ? chosen : chosen[0] ?? ''}
      onChange={({ target }) => {
        // The types of a text field do not know that it can hold several values.
        const values = [target.value as string | string[]].flat();
        onChange(values.includes('') ? [] : values);
      }}
    >
      {!required && (
        <MenuItem value="">
          <em>{forNone}</em>
        </MenuItem>
      )}
      {[...choices, ...unknown.map(value => ({ value, label: value }))].map(
        choice => (
          <MenuItem key={choice.value} value={choice.value}>
            {choice.label}
          </MenuItem>
        ),
      )}
    </TextField>
  );
}
