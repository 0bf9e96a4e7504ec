/** The texts of what this plugin adds to the list of the catalog. */
export const catalogMessages = {
  columns: {
    customers: 'Customers',
    operationsTeam: 'Operations team',
    loading: 'Loading …',
    failed: 'Unknown: the customer layer gave no answer',
    noCustomer: 'No customer',
    noOperationsTeam: 'No operations team',
    assumed: 'assumed',
  },
  filters: {
    economicCustomer: 'Economic customer',
    internalCustomer: 'Internal customer',
    operationsTeam: 'Operations team',
    missing: 'Not declared',
    noCustomer: 'No customer',
    noOperationsTeam: 'No operations team',
    audited: 'Without, by the audit',
  },
};
