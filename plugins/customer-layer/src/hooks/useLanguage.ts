import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The language of the app, in which dates and amounts are printed too. */
export const useLanguage = (): string =>
  useApi(appLanguageApiRef).getLanguage().language;
