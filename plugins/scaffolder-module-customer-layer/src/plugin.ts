import { createPlugin } from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { customersField, operationsTeamField } from './fields';

const fieldsPlugin = createPlugin({
  id: 'scaffolder-module-customer-layer',
});

/**
 * The field `CustomersPicker`, to be put into `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const CustomersPickerFieldExtension = fieldsPlugin.provide(
  createScaffolderFieldExtension({
    ...customersField,
    schema: customersField.schema.schema,
  }),
);

/**
 * The field `OperationsTeamPicker`, to be put into `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const OperationsTeamPickerFieldExtension = fieldsPlugin.provide(
  createScaffolderFieldExtension({
    ...operationsTeamField,
    schema: operationsTeamField.schema.schema,
  }),
);
