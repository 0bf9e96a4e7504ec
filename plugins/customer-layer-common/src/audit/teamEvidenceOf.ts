import { EntityMeta } from '@backstage/catalog-model';
import { TeamEvidence } from './evidence';

type Equipment = 'onCall' | 'runbooks' | 'dashboards';

// Annotations by which plugins find who is on call, the ones that say most of a team first. Their values are ids and keys.
const ON_CALL = [
  'pagerduty.com/service-id',
  'pagerduty.com/integration-key',
  'opsgenie.com/team',
  'opsgenie.com/component-selector',
  'splunk.com/on-call-team',
  'splunk.com/on-call-routing-key',
  'rootly.com/team-id',
  'rootly.com/team-slug',
  'rootly.com/team-name',
  'ilert.com/integration-key',
  'firehydrant.com/service-name',
];

const DASHBOARDS = [
  'grafana/overview-dashboard',
  'grafana/dashboard-selector',
  'datadoghq.com/dashboard-url',
  'newrelic.com/dashboard-guid',
];

// What a link may be called, written together or apart.
const LINKS: Array<[Equipment, RegExp]> = [
  ['onCall', /\bon[-_ ]?call\b/i],
  ['runbooks', /\b(run|play)[-_ ]?books?\b/i],
  ['dashboards', /\bdashboards?\b/i],
];

const BY_LINKS = 'metadata.links';

/** One way to equip a team: where it is, and by what that is known. */
type Found = { what: Equipment; where: string; by: string };

const sourcesOf = (found: readonly Found[]) =>
  [...new Set(found.map(({ by }) => by))].join(' and ');

/**
 * How a team is equipped by what other plugins read from its annotations, and by its links. Of a link the type says what
 * it is; where it has none its icon or title does.
 *
 * @see docs/extend.md#what-counts-without-a-module
 * @public
 */
export function teamEvidenceOf(
  metadata: Pick<EntityMeta, 'annotations' | 'links'>,
): TeamEvidence | undefined {
  const found = [...annotated(metadata), ...linked(metadata)];
  if (!found.length) {
    return undefined;
  }
  const of = (what: Equipment) => found.filter(one => one.what === what);
  const [onCall] = of('onCall');
  const runbooks = of('runbooks');
  const dashboards = of('dashboards');
  return {
    ...(onCall && { onCall: onCall.where }),
    ...(runbooks.length && { runbooks: runbooks.map(({ where }) => where) }),
    ...(dashboards.length && {
      dashboards: dashboards.map(({ where }) => where),
    }),
    by: {
      ...(onCall && { onCall: onCall.by }),
      ...(runbooks.length && { runbooks: sourcesOf(runbooks) }),
      ...(dashboards.length && { dashboards: sourcesOf(dashboards) }),
    },
  };
}

function annotated({ annotations = {} }: Pick<EntityMeta, 'annotations'>) {
  const known =
    (what: Equipment) =>
    (name: string): Found[] =>
      // The value may be a key that nobody should see: the name says enough.
      annotations[name]?.trim() ? [{ what, where: name, by: name }] : [];
  return [
    ...ON_CALL.flatMap(known('onCall')),
    ...DASHBOARDS.flatMap(known('dashboards')),
  ];
}

function linked({ links = [] }: Pick<EntityMeta, 'links'>): Found[] {
  return links.flatMap(({ url, type, icon, title }) => {
    const called = type ? [type] : [icon, title];
    const what = called.flatMap(text =>
      LINKS.filter(([, words]) => text && words.test(text)),
    )[0]?.[0];
    return what ? [{ what, where: url, by: BY_LINKS }] : [];
  });
}
