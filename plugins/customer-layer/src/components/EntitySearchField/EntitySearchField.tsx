import Chip from '@material-ui/core/Chip';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useId, useState } from 'react';
import { EntityOption, useEntitySearch } from '../../hooks/useEntitySearch';
import { isEntityRef } from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';
import { Confidential, TokenName } from '../EntityName';
import { useShortName } from '../ImpactAnswer/useShortName';

// Of what is picked, the rest is counted until one goes there.
const MOST_TAGS = 10;

/** Props of {@link EntitySearchField}. */
export type EntitySearchFieldProps = {
  label: string;
  placeholder?: string;
  help?: string;
  /** In lower case, the same array at each call; those that may fail where absent. */
  kinds?: readonly string[];
  /** What is shown in place of a name that one may not read. */
  confidential?: Confidential;
  /** Refs of what is picked; the same array until something else is. */
  picked: string[];
  /** Whether another pick takes the place of the first. */
  single?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  onChange: (picked: string[]) => void;
};

/** Picks entities by part of their name or title. */
export function EntitySearchField(props: EntitySearchFieldProps) {
  const { label, placeholder, help, kinds, confidential = 'entity' } = props;
  const { picked, single, disabled, invalid, onChange } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useShortName(confidential);
  const [text, setText] = useState('');
  const answer = useEntitySearch(text, kinds);
  const id = useId();
  const [found, setFound] = useState<EntityOption[]>([]);
  const latest = answer.status === 'ready' ? answer.value : undefined;
  // What was found before stays until there is something else, so that the list does not flicker.
  useEffect(() => {
    if (latest) {
      setFound(latest);
    }
  }, [latest]);
  const titles = new Map(found.map(one => [one.entityRef, one]));
  const labelOf = (ref: string) => nameOf(ref, titles.get(ref)?.title);
  return (
    <Autocomplete
      id={id}
      multiple
      fullWidth
      disabled={disabled}
      size="small"
      limitTags={MOST_TAGS}
      filterSelectedOptions
      // The catalog has looked it up.
      filterOptions={options => options}
      options={found.map(({ entityRef }) => entityRef)}
      value={picked}
      onChange={(_, refs) => onChange(single ? refs.slice(-1) : refs)}
      inputValue={text}
      onInputChange={(_, written) => setText(written)}
      loading={answer.status === 'loading'}
      loadingText={t('impact.picker.searching')}
      noOptionsText={
        answer.status === 'failed'
          ? t('impact.picker.failed')
          : t('impact.picker.none')
      }
      getOptionLabel={labelOf}
      renderOption={ref => {
        const option = titles.get(ref);
        return (
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Typography variant="body2">{labelOf(ref)}</Typography>
            <Typography variant="caption" color="textSecondary">
              {[option?.kind, option?.type, ref].filter(Boolean).join(' · ')}
            </Typography>
          </div>
        );
      }}
      renderTags={(refs, tagProps) =>
        refs.map((ref, index) => (
          <Chip
            {...tagProps({ index })}
            key={ref}
            size="small"
            label={
              isEntityRef(ref) ? (
                <TokenName entityRef={ref} confidential={confidential} />
              ) : (
                ref
              )
            }
          />
        ))
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          placeholder={placeholder}
          helperText={help}
          error={invalid}
        />
      )}
    />
  );
}
