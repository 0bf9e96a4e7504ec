import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { assignMessages } from './assignMessages';
import { auditMessages } from './auditMessages';
import { coverageMessages } from './coverageMessages';
import { catalogMessages } from './catalogMessages';
import { customersMessages } from './customersMessages';
import { cakeMessages } from './cakeMessages';
import { teamsMessages } from './teamsMessages';
import { impactMessages } from './impactMessages';
import { translations } from './translations';

/**
 * Every text of this plugin's screens; the title of the tab belongs to its extension or route.
 * Translations come with it: they show in every app that offers their language.
 *
 * @public
 */
export const customerLayerTranslationRef = createTranslationRef({
  id: 'plugin.customer-layer',
  translations,
  messages: {
    name: {
      confidentialCustomer: 'Confidential customer',
      confidentialTeam: 'Confidential team',
      confidentialEntity: 'Confidential entity',
      notInCatalog: 'not in the catalog',
      tier: 'Tier {{tier}}',
    },
    kind: {
      api: 'API',
      component: 'component',
      domain: 'domain',
      resource: 'resource',
      system: 'system',
    },
    list: {
      showAll_one: 'Show all {{count}}',
      showAll_other: 'Show all {{count}}',
      showFewer: 'Show fewer',
      filter: 'Filter by name',
      noMatch: 'Nothing matches “{{text}}”.',
      range: '{{from}}–{{to}} of {{total}}',
      previousPage: 'Previous page',
      nextPage: 'Next page',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
    },
    path: {
      show: 'Path',
      steps_one: '{{count}} step away',
      steps_other: '{{count}} steps away',
      label: 'Path from this entity to {{name}}',
    },
    origin: {
      declared: 'declared here',
      inherited: 'inherited from {{from}}',
      derived: 'through {{steps}}',
      part: 'of its part {{part}}',
      consumer: 'team that consumes it through {{consumer}}',
      assumed: 'assumed, because it is the owner',
      assumedFrom: 'assumed, because it owns {{from}}',
      omitted_one: '{{count}} step between',
      omitted_other: '{{count}} steps between',
    },
    customers: {
      pageTitle: 'Customer layer',
      title: 'Customers',
      subtitle: 'Who this is for',
      section: {
        economic: 'Economic customers',
        'front-stage': 'Internal customers, front-stage',
        'back-stage': 'Internal customers, back-stage',
        'no-stage': 'Internal customers, no stage given',
      },
      ofTier: '{{number}} of tier {{tier}}',
      withoutTier: '{{number}} without a tier',
      none: 'Nobody is known to benefit from this {{kind}}. Either a customer is missing here, or nobody would miss it.',
      noEconomic:
        'No economic customer is known: nobody is known to pay for what this {{kind}} delivers.',
      explicitNone: 'It says of itself that it has no economic customers.',
      explicitNoInternal:
        'It says of itself that it has no internal customers, and no economic customer is known.',
      explicitNobody: 'It says of itself that it has no customers.',
      howTo: 'How to name a customer',
      addHint: 'Name them in the file that describes it:',
    },
    operations: {
      title: 'Operations team',
      subtitle: 'Who keeps this running',
      readinessOf: 'Readiness of {{team}}',
      readiness: '{{passed}} of {{total}} pillars pass',
      readinessUnknown:
        'Readiness can’t be told: only a Group in the catalog is assessed.',
      pillar: {
        staffed: 'Staffed',
        trained: 'Trained',
        equipped: 'Equipped',
        managed: 'Managed',
      },
      state: {
        pass: 'Passes',
        fail: 'Fails',
        unmeasured: 'Not measured',
      },
      assumed:
        'Nobody is named as operations team, so the owner is assumed to be it. If that is right, say so; if not, name the team that is.',
      none: 'Nobody is known to keep this {{kind}} running. A service that nobody operates won’t last.',
      explicitNone: 'It says that no team operates it.',
      howTo: 'How to name the operations team',
      addHint: 'Name it in the file that describes the {{kind}}:',
      weakest: 'Weakest in this delivery',
    },
    supply: {
      title: 'Infrastructure',
      subtitle: 'What this rests on',
      ownLayer: 'Sits in the layer {{layer}}.',
      none: 'It is not known to rest on anything. If it runs on something, name that under spec.dependsOn in its file:',
      ownedBy: 'Owner: {{names}}',
      ownedAndOperatedBy: 'Owner and operations: {{names}}',
      more_one: 'and 1 more',
      more_other: 'and {{count}} more',
      noOwner: 'No owner',
      operatedBy: 'Operations: {{names}}',
      noOperations: 'No operations team',
      provider: 'Provider: {{provider}}',
      model: {
        'on-premises': 'on-premises',
        iaas: 'IaaS',
        paas: 'PaaS',
        saas: 'SaaS',
      },
      responsible: {
        us: 'We are responsible',
        provider: 'Provider is responsible',
        shared: 'Responsibility is shared',
      },
    },
    layer: {
      customer: 'Customer',
      operations: 'Operations',
      application: 'Application',
      data: 'Data',
      runtime: 'Runtime',
      'operating-system': 'Operating system',
      virtualization: 'Virtualization',
      servers: 'Servers',
      storage: 'Storage',
      network: 'Network',
      facilities: 'Facilities',
      unclassified: 'Unclassified',
    },
    evidence: {
      title: 'Delivery',
      value: 'Value to the customer',
      entryPoint: 'Entry point',
      support: 'Support',
      slo: 'Service level objective',
      confirmedOn: 'Last confirmed',
      missing: 'Not given',
      without: '{{what}}: not given',
      neverConfirmed: 'Never',
    },
    problems: {
      title_one: '{{count}} thing about this entity needs attention',
      title_other: '{{count}} things about this entity need attention',
    },
    footer: {
      builtAt: 'Computed from the catalog, which last changed {{age}}.',
      truncated: 'A limit cut this answer: there is more than is shown.',
    },
    state: {
      retry: 'Try again',
      notApplicable: 'No customers for this kind',
      notApplicableText:
        'Entities of kind {{kind}} don’t deliver anything by themselves, so they have no customers of their own.',
      unknown: 'Not known to the customer layer yet',
      unknownText:
        'A new entity appears here after the next refresh of the customer layer, usually within minutes.',
      building: 'The customer layer is being computed',
      buildingText:
        'It reads the whole catalog when it starts. Try again in a moment.',
      forbidden: 'You may not see this',
      forbiddenText:
        'Seeing this needs a permission that you don’t have. Sign in again, or ask whoever runs this Backstage.',
      broken: 'The customer layer could not be read',
    },
    card: {
      title: 'Customers',
      economic_one: 'Economic customers ({{count}})',
      economic_other: 'Economic customers ({{count}})',
      internal_one: 'Internal customers ({{count}})',
      internal_other: 'Internal customers ({{count}})',
      operations: 'Operations team',
      assumed: 'assumed owner',
      restsOn: 'Rests on',
      nobody: 'Nobody is known',
      nothing: 'Nothing is known',
      readiness: '{{passed}} of {{total}} ready',
      entities_one: '{{count}} entity',
      entities_other: '{{count}} entities',
      link: 'Customers and infrastructure',
    },
    delivery: {
      title: 'Delivery',
      about: 'About this customer',
      type: 'Type',
      typeName: {
        economic: 'Economic',
        internal: 'Internal',
      },
      stage: 'Stage',
      stageName: {
        'front-stage': 'Front-stage',
        'back-stage': 'Back-stage',
      },
      tier: 'Tier',
      tierHint: '{{tier}} of 4',
      tierMostCritical: '{{tier}} of 4, the most critical',
      value: 'Value per year',
      sla: 'Promised availability',
      slaLink: 'Agreement',
      segments: 'Segments, included here',
      serves: 'Served by',
      servesSubtitle: 'What names this customer',
      servesNone:
        'Nothing in the catalog names this customer yet. Name it in the file of whatever serves it:',
      restsOn: 'Rests on',
      restsOnSubtitle: 'What the delivery needs to keep running',
      restsOnNone:
        'What serves this customer is not known to rest on anything.',
      teams: 'Operations teams',
      teamsSubtitle: 'Who keeps the delivery running',
      teamsNone: 'No operations team is known anywhere in this delivery.',
      teamsShort_one: '{{count}} operations team',
      teamsShort_other: '{{count}} operations teams',
      weakest: 'Weakest team',
      allReady: 'None: no team misses a pillar',
      link: 'See the whole delivery',
    },
    assign: assignMessages,
    audit: auditMessages,
    coverage: coverageMessages,
    ...catalogMessages,
    index: customersMessages,
    cake: cakeMessages,
    teams: teamsMessages,
    impact: impactMessages,
  },
});

/**
 * The same translations as a resource, for apps that collect the resources of their plugins by name.
 *
 * @public
 */
export const customerLayerTranslations = createTranslationResource({
  ref: customerLayerTranslationRef,
  translations,
});
