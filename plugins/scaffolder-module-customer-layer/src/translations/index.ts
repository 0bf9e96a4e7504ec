/** The languages beside English, each read when an app is set to it, and not before. */
export const translations = {
  de: () => import('./de'),
};
