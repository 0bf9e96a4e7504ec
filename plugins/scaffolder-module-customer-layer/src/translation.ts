import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { translations } from './translations';

/**
 * Every text of the fields. Translations come with it: they show in every app that offers their language.
 *
 * @public
 */
export const customerLayerFieldsTranslationRef = createTranslationRef({
  id: 'plugin.scaffolder-module-customer-layer',
  translations,
  messages: {
    customers: {
      economic: 'Economic customers',
      economicHint: 'Who pays for what it delivers.',
      internal: 'Internal customers',
      internalHint: 'Who inside the organization uses it.',
      none: 'The catalog shows no such customer. A ref can be typed.',
    },
    team: {
      label: 'Operations team',
      none: 'The catalog shows no group. A ref can be typed.',
    },
    group: {
      'front-stage': 'Front-stage',
      'back-stage': 'Back-stage',
      'no-stage': 'No stage given',
      customers: 'Customers',
      operations: 'Operations teams',
      others: 'Other groups',
    },
    option: {
      tier: 'Tier {{tier}}',
    },
    field: {
      loading: 'Reading the catalog …',
      failed: 'The catalog can’t be read: {{message}}. Refs can be typed.',
      limit: 'The first {{number}} are shown; typing finds the others.',
    },
  },
});

/**
 * The same translations as a resource, for apps that collect the resources of their plugins by name.
 *
 * @public
 */
export const customerLayerFieldsTranslations = createTranslationResource({
  ref: customerLayerFieldsTranslationRef,
  translations,
});
