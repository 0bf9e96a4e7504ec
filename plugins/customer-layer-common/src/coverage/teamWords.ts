/** What teams that keep services running are often called. */
const OPERATIONS_WORDS = [
  'cloud',
  'dba',
  'devops',
  'hosting',
  'infra',
  'infrastructure',
  'itops',
  'netops',
  'noc',
  'oncall',
  'operation',
  'operations',
  'operator',
  'operators',
  'ops',
  'platform',
  'platforms',
  'reliability',
  'run',
  'secops',
  'sre',
  'support',
  'sysadmin',
  'sysops',
];

/** What teams that use services for the business are often called. */
const BUSINESS_WORDS = [
  'accounting',
  'billing',
  'business',
  'care',
  'commerce',
  'compliance',
  'controlling',
  'customer',
  'finance',
  'helpdesk',
  'hr',
  'legal',
  'logistics',
  'marketing',
  'payroll',
  'people',
  'procurement',
  'purchasing',
  'sales',
  'service',
  'success',
  'support',
  'treasury',
  'warehouse',
];

const TABLE = {
  operationsTeam: new Set(OPERATIONS_WORDS),
  internalCustomers: new Set(BUSINESS_WORDS),
} as const;

const wordsIn = (text: string): string[] =>
  text
    // As in the title PaymentOps; names come in lower case.
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);

/**
 * Whether one of the words of a group's name, title or type says that it is likely to be an operations team, or an
 * internal customer.
 */
export const looksLike = (
  key: keyof typeof TABLE,
  texts: ReadonlyArray<string | undefined>,
): boolean =>
  texts.some(text => text && wordsIn(text).some(word => TABLE[key].has(word)));
