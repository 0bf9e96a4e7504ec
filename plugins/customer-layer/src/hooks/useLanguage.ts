import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';

/** The language of the app, in which dates and amounts are printed too. */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = api.language$().subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [api],
  );
  return useSyncExternalStore(subscribe, () => api.getLanguage().language);
}
