/** Every text of these fields in German; docs/translation.md has its words. */
export default {
  'customers.economic': 'Wirtschaftliche Kunden',
  'customers.economicHint': 'Wer für die Leistung bezahlt.',
  'customers.internal': 'Interne Kunden',
  'customers.internalHint': 'Wer sie in der eigenen Organisation nutzt.',
  'customers.none':
    'Im Katalog ist kein solcher Kunde zu sehen. Eine Referenz kann eingegeben werden.',
  'team.label': 'Betriebsteam',
  'team.none':
    'Im Katalog ist keine Gruppe zu sehen. Eine Referenz kann eingegeben werden.',
  'group.front-stage': 'Frontoffice',
  'group.back-stage': 'Backoffice',
  'group.no-stage': 'Ohne Seite',
  'group.customers': 'Kunden',
  'group.operations': 'Betriebsteams',
  'group.others': 'Andere Gruppen',
  'option.tier': 'Stufe {{tier}}',
  'field.loading': 'Der Katalog wird gelesen …',
  'field.failed':
    'Der Katalog kann nicht gelesen werden: {{message}}. Referenzen können eingegeben werden.',
  'field.limit':
    'Es werden die ersten {{number}} gezeigt; die Eingabe findet die anderen.',
};
