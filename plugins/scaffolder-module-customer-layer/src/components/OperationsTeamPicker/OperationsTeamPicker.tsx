import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useEntities } from '../../hooks/useEntities';
import { teamOptions } from '../../lib/options';
import { customerLayerFieldsTranslationRef } from '../../translation';
import { EntitiesField } from '../EntitiesField';
import { OperationsTeamPickerProps } from './schema';

const CANDIDATES = { kind: 'group' };

/** Asks for the team that keeps something running, or for several where the field is of type array. */
export const OperationsTeamPicker = (props: OperationsTeamPickerProps) => {
  const { formData, onChange, schema, idSchema } = props;
  const { t } = useTranslationRef(customerLayerFieldsTranslationRef);
  const entities = useEntities(CANDIDATES);
  const options = useMemo(
    () => teamOptions(entities.state === 'loaded' ? entities.entities : []),
    [entities],
  );
  const value = useMemo(() => [formData ?? []].flat(), [formData]);
  const multiple = schema.type === 'array';
  return (
    <EntitiesField
      id={idSchema.$id}
      label={schema.title ?? t('team.label')}
      hint={schema.description}
      none={t('team.none')}
      entities={entities}
      options={options}
      value={value}
      onChange={refs => {
        const taken = multiple ? refs : refs[0];
        onChange(refs.length ? taken : undefined);
      }}
      multiple={multiple}
      required={props.required}
      disabled={props.disabled || props.readonly}
      invalid={Boolean(props.rawErrors?.length)}
    />
  );
};
