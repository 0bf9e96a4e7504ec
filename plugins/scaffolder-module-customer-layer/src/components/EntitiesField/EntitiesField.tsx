import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { useMemo } from 'react';
import { Entities } from '../../hooks/useEntities';
import { Option } from '../../lib/options';
import { customerLayerFieldsTranslationRef } from '../../translation';
import { OptionText } from './OptionText';

// More in one list can't be taken in, and takes long to draw.
const MOST_OPTIONS = 100;

/** What is chosen, as refs; a typed text counts as a ref. */
export type EntitiesFieldProps = {
  id: string;
  label: string;
  hint?: string;
  /** Said where there is nothing to choose from. */
  none: string;
  entities: Entities;
  options: readonly Option[];
  /** The same array until something else is chosen: what is being typed is lost with another one. */
  value: string[];
  onChange(refs: string[]): void;
  /** Whether several can be chosen; otherwise another choice takes the place of the first. */
  multiple: boolean;
  required?: boolean;
  disabled?: boolean;
  /** Whether what is chosen can't be used. */
  invalid?: boolean;
  /** Why, where the form doesn't say so itself. */
  errors?: readonly string[];
};

/** A field in which entities are chosen from a list, or typed as refs. */
export const EntitiesField = (props: EntitiesFieldProps) => {
  const { id, label, hint, none, entities, options, multiple } = props;
  const { value, onChange, required, disabled, invalid, errors = [] } = props;
  const { t } = useTranslationRef(customerLayerFieldsTranslationRef);

  const known = useMemo(
    () => new Map(options.map(option => [option.entityRef, option])),
    [options],
  );
  const titleOf = (ref: string) => known.get(ref)?.title ?? ref;
  const filterOptions = createFilterOptions<string>({
    limit: MOST_OPTIONS,
    stringify: ref => `${titleOf(ref)} ${ref}`,
  });
  const take = (next: readonly string[]) => {
    const refs = next.map(ref => ref.trim()).filter(Boolean);
    onChange([...new Set(multiple ? refs : refs.slice(-1))]);
  };

  const failed = entities.state === 'failed';
  const help = [
    ...errors,
    failed && t('field.failed', { message: entities.message }),
    entities.state === 'loaded' && options.length === 0 && none,
    hint,
    options.length > MOST_OPTIONS &&
      t('field.limit', { number: String(MOST_OPTIONS) }),
  ].filter(Boolean);

  return (
    <Autocomplete<string, true, false, true>
      id={id}
      multiple
      freeSolo
      filterSelectedOptions
      disabled={disabled}
      loading={entities.state === 'loading'}
      loadingText={t('field.loading')}
      options={[...known.keys()]}
      value={value}
      onChange={(_, next) => take(next)}
      onBlur={({ target }) => {
        // Who types a ref and goes on means it.
        if (target instanceof HTMLInputElement && target.value.trim()) {
          take([...value, target.value]);
        }
      }}
      groupBy={ref => t(`group.${known.get(ref)?.group ?? 'others'}`)}
      getOptionLabel={titleOf}
      filterOptions={filterOptions}
      renderOption={ref => (
        <OptionText entityRef={ref} option={known.get(ref)} />
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={invalid || errors.length > 0 || failed}
          helperText={help.join(' ') || undefined}
          margin="dense"
          variant="outlined"
          // With something chosen the input itself is empty, and that is right.
          inputProps={{ ...params.inputProps, required: false }}
        />
      )}
    />
  );
};
