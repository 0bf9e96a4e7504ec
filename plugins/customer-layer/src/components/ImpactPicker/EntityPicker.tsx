import Chip from '@material-ui/core/Chip';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useId, useState } from 'react';
import { EntityOption, useEntitySearch } from '../../hooks/useEntitySearch';
import { ImpactMode, isEntityRef } from '../../lib/impactQuery';
import { customerLayerTranslationRef } from '../../translation';
import { TokenName } from '../EntityName';
import { useShortName } from '../ImpactAnswer/useShortName';

/** Props of {@link EntityPicker}. */
export type EntityPickerProps = {
  /** Refs of what is picked. */
  picked: string[];
  mode: ImpactMode;
  onChange: (picked: string[]) => void;
};

/** Picks entities by part of their name. */
export function EntityPicker({ picked, mode, onChange }: EntityPickerProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useShortName('entity');
  const [text, setText] = useState('');
  const answer = useEntitySearch(text);
  const id = useId();
  const change = mode === 'change';
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
      size="small"
      filterSelectedOptions
      // The catalog has looked it up.
      filterOptions={options => options}
      options={found.map(({ entityRef }) => entityRef)}
      value={picked}
      onChange={(_, refs) => onChange(refs)}
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
          <div>
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
                <TokenName entityRef={ref} confidential="entity" />
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
          label={
            change ? t('impact.picker.titleChange') : t('impact.picker.title')
          }
          placeholder={t('impact.picker.placeholder')}
          helperText={
            change ? t('impact.picker.hintChange') : t('impact.picker.hint')
          }
        />
      )}
    />
  );
}
