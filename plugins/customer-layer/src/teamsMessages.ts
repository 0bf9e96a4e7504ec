/** The texts of the list of all operations teams. */
export const teamsMessages = {
  title: 'Operations teams',
  subtitle: 'Who keeps things running, and who is ready to',
  table: 'Operations teams',
  column: {
    name: 'Team',
    operates: 'Operates',
    tier: 'Serves',
  },
  passes: '{{passed}} of {{total}} pass',
  noPillars: 'No pillars, since it is no group',
  missing: 'It is not in the catalog, so nobody is known to be there',
  operates_one: '{{count}} entity',
  operates_other: '{{count}} entities',
  filter: {
    readiness: 'Readiness',
    ready: 'Ready',
    notReady: 'Not ready',
  },
  sort: {
    readiness: 'Least ready first',
    name: 'Name',
    operates: 'Operates most first',
  },
  count: '{{shown}} of {{total}} teams shown',
  none: 'No team matches these filters.',
  empty: {
    title: 'Nobody is known to operate anything yet',
    text: 'The owner of an entity is assumed to operate it, unless it names its operations team. Name it in the file that describes the entity:',
  },
} as const;
