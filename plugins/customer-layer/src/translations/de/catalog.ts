/** `catalogMessages.ts` in German. */
export const catalog = {
  'columns.customers': 'Kunden',
  'columns.operationsTeam': 'Betriebsteam',
  'columns.loading': 'Wird geladen …',
  'columns.failed': 'Unbekannt: Die Kundenschicht hat nicht geantwortet',
  'columns.noCustomer': 'Kein Kunde',
  'columns.noOperationsTeam': 'Kein Betriebsteam',
  'columns.assumed': 'angenommen',
  'filters.economicCustomer': 'Wirtschaftlicher Kunde',
  'filters.internalCustomer': 'Interner Kunde',
  'filters.operationsTeam': 'Betriebsteam',
  'filters.missing': 'Nicht angegeben',
  'filters.noCustomer': 'Kein Kunde',
  'filters.noOperationsTeam': 'Kein Betriebsteam',
  'filters.audited': 'Fehlt laut Audit',
};
