import { EntityMeta } from '@backstage/catalog-model';
import { teamEvidenceOf } from './teamEvidenceOf';

const url = 'https://example.com';

const annotations = (...names: string[]) => ({
  annotations: Object.fromEntries(names.map(name => [name, 'something'])),
});

it.each([
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
])('%s says how whoever is on call is reached', name => {
  expect(teamEvidenceOf(annotations(name))).toEqual({
    onCall: name,
    by: { onCall: name },
  });
});

it.each([
  'grafana/overview-dashboard',
  'grafana/dashboard-selector',
  'datadoghq.com/dashboard-url',
  'newrelic.com/dashboard-guid',
])('%s says where dashboards are', name => {
  expect(teamEvidenceOf(annotations(name))).toEqual({
    dashboards: [name],
    by: { dashboards: name },
  });
});

it.each<[string, NonNullable<EntityMeta['links']>[number], object]>([
  [
    'a type',
    { url, type: 'runbook' },
    { runbooks: [url], by: { runbooks: 'metadata.links' } },
  ],
  [
    'another word',
    { url, type: 'Playbooks' },
    { runbooks: [url], by: { runbooks: 'metadata.links' } },
  ],
  [
    'a type written together',
    { url, type: 'oncall' },
    { onCall: url, by: { onCall: 'metadata.links' } },
  ],
  [
    'an icon',
    { url, icon: 'dashboard', title: 'Golden signals' },
    { dashboards: [url], by: { dashboards: 'metadata.links' } },
  ],
  [
    'a title',
    { url, icon: 'alert', title: 'Who is on call' },
    { onCall: url, by: { onCall: 'metadata.links' } },
  ],
])('a link says it by %s', (_, link, evidence) => {
  expect(teamEvidenceOf({ links: [link] })).toEqual(evidence);
});

it.each<[string, Pick<EntityMeta, 'annotations' | 'links'>]>([
  ['nothing', {}],
  ['documentation', annotations('backstage.io/techdocs-ref')],
  ['an account that many teams share', annotations('pagerduty.com/account')],
  ['an empty annotation', { annotations: { 'opsgenie.com/team': ' ' } }],
  [
    'a link of another type, whatever its title',
    { links: [{ url, type: 'chat', title: 'Runbook chat' }] },
  ],
  ['part of a word', { links: [{ url, title: 'Conference calling' }] }],
])('%s says nothing', (_, metadata) => {
  expect(teamEvidenceOf(metadata)).toBeUndefined();
});

it('puts all of it together, and of several ways to reach a team takes the first', () => {
  expect(
    teamEvidenceOf({
      ...annotations(
        'grafana/dashboard-selector',
        'opsgenie.com/team',
        'pagerduty.com/service-id',
      ),
      links: [
        { url: 'https://a.example.com', type: 'dashboard' },
        { url: 'https://b.example.com', type: 'runbook' },
        { url: 'https://c.example.com', type: 'runbook' },
        { url: 'https://d.example.com', type: 'on-call' },
      ],
    }),
  ).toEqual({
    onCall: 'pagerduty.com/service-id',
    runbooks: ['https://b.example.com', 'https://c.example.com'],
    dashboards: ['grafana/dashboard-selector', 'https://a.example.com'],
    by: {
      onCall: 'pagerduty.com/service-id',
      runbooks: 'metadata.links',
      dashboards: 'grafana/dashboard-selector and metadata.links',
    },
  });
});
