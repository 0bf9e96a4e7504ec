import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import {
  ANNOTATIONS,
  CUSTOMER_ROLES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo } from 'react';
import { useEntities } from '../../hooks/useEntities';
import { customerOptions } from '../../lib/options';
import { customerLayerFieldsTranslationRef } from '../../translation';
import { EntitiesField } from '../EntitiesField';
import { CustomersPickerProps } from './schema';

const KEYS = {
  economic: 'economicCustomers',
  internal: 'internalCustomers',
} as const;

// Customers, and Groups that say on which stage they are.
const CANDIDATES = [
  { kind: 'customer' },
  {
    kind: 'group',
    [`metadata.annotations.${ANNOTATIONS.stage.name}`]: CATALOG_FILTER_EXISTS,
  },
];

const NOBODY: string[] = [];

/** Asks for customers, by role; internal ones stand under the stage that they are on. */
export const CustomersPicker = (props: CustomersPickerProps) => {
  const { formData = {}, onChange, schema, uiSchema, idSchema } = props;
  const { t } = useTranslationRef(customerLayerFieldsTranslationRef);
  const entities = useEntities(CANDIDATES);
  const options = useMemo(() => {
    const read = entities.state === 'loaded' ? entities.entities : [];
    return {
      economic: customerOptions(read, 'economic'),
      internal: customerOptions(read, 'internal'),
    };
  }, [entities]);
  const roles = uiSchema['ui:options']?.roles ?? CUSTOMER_ROLES;
  const errorsOf = (key: (typeof KEYS)[keyof typeof KEYS]) =>
    props.errorSchema?.[key]?.__errors;

  return (
    <FormControl
      component="fieldset"
      fullWidth
      error={Boolean(props.rawErrors?.length)}
    >
      {schema.title && <FormLabel component="legend">{schema.title}</FormLabel>}
      {schema.description && (
        <FormHelperText error={false}>{schema.description}</FormHelperText>
      )}
      {roles.map(role => {
        const key = KEYS[role];
        return (
          <EntitiesField
            key={role}
            id={`${idSchema.$id}_${key}`}
            label={t(`customers.${role}`)}
            hint={t(`customers.${role}Hint`)}
            none={t('customers.none')}
            entities={entities}
            options={options[role]}
            value={formData[key] ?? NOBODY}
            onChange={refs => {
              const { [key]: _, ...others } = formData;
              // An empty list would declare as little as none at all, and satisfy what is required.
              onChange(refs.length ? { ...others, [key]: refs } : others);
            }}
            multiple
            required={schema.required?.includes(key)}
            disabled={props.disabled || props.readonly}
            errors={errorsOf(key)}
          />
        );
      })}
    </FormControl>
  );
};
