import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { customerLayerTranslationRef } from '../translation';
import { useImpactAddress } from './useImpactAddress';

/** The item of an entity's menu in the new frontend system that leads to the impact explorer. */
export function useImpactMenuItem() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { entity } = useEntity();
  const href = useImpactAddress(stringifyEntityRef(entity));
  const title = t('impact.menuItem');
  return href
    ? { title, href }
    : // The page has been switched off.
      { title, onClick: () => {}, disabled: true };
}
