/**
 * Fields of software templates that ask for customers and an operations team.
 *
 * @packageDocumentation
 */
export {
  CustomersPickerFieldExtension,
  OperationsTeamPickerFieldExtension,
} from './plugin';
export {
  customerLayerFieldsTranslationRef,
  customerLayerFieldsTranslations,
} from './translation';
