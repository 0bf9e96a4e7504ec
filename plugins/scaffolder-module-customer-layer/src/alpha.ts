import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { customersField, operationsTeamField } from './fields';

export {
  customerLayerFieldsTranslationRef,
  customerLayerFieldsTranslations,
} from './translation';

/**
 * Fields of software templates, for apps in the new frontend system.
 *
 * @alpha
 */
export default createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'customers-picker',
      params: { field: async () => createFormField(customersField) },
    }),
    FormFieldBlueprint.make({
      name: 'operations-team-picker',
      params: { field: async () => createFormField(operationsTeamField) },
    }),
  ],
});
