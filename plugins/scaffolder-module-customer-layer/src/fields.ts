import {
  CustomersPicker,
  customersPickerSchema,
} from './components/CustomersPicker';
import {
  OperationsTeamPicker,
  operationsTeamPickerSchema,
} from './components/OperationsTeamPicker';
import { ReportsErrors, validateRefs } from './lib/validateRefs';

type Customers = typeof customersPickerSchema.TOutput;
type Team = typeof operationsTeamPickerSchema.TOutput;

/** The field `CustomersPicker`, for both frontend systems. */
export const customersField = {
  name: 'CustomersPicker',
  component: CustomersPicker,
  schema: customersPickerSchema,
  validation: (
    { economicCustomers = [], internalCustomers = [] }: Customers = {},
    field: ReportsErrors,
  ) => {
    validateRefs('economicCustomers', economicCustomers, field);
    validateRefs('internalCustomers', internalCustomers, field);
  },
};

/** The field `OperationsTeamPicker`, for both frontend systems. */
export const operationsTeamField = {
  name: 'OperationsTeamPicker',
  component: OperationsTeamPicker,
  schema: operationsTeamPickerSchema,
  validation: (team: Team | undefined, field: ReportsErrors) =>
    validateRefs('operationsTeam', [team ?? []].flat(), field),
};
