import { stringifyEntityRef } from '@backstage/catalog-model';
import { IconComponent } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAsyncEntity } from '@backstage/plugin-catalog-react';
import FlashOn from '@material-ui/icons/FlashOn';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { isImpactAvailable } from '../lib/kinds';
import { customerLayerTranslationRef } from '../translation';
import { useImpactAddress } from './useImpactAddress';

/**
 * An item of an entity's menu, as `EntityLayout` of the catalog takes it.
 *
 * @public
 */
export type EntityMenuItem = {
  title: string;
  Icon: IconComponent;
  onClick: () => void;
};

/**
 * What leads from an entity's menu to who is hit if it fails, for apps in the classic frontend system. None where an entity
 * delivers nothing by itself, and none in an app that has no page for it.
 *
 * @example
 *
 * ```tsx
 * const Layout = ({ children }: { children: ReactNode }) => (
 *   <EntityLayout UNSTABLE_extraContextMenuItems={useEntityImpactMenuItems()}>
 *     {children}
 *   </EntityLayout>
 * );
 * ```
 *
 * @public
 */
export function useEntityImpactMenuItems(): EntityMenuItem[] {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const navigate = useNavigate();
  const { entity } = useAsyncEntity();
  const address = useImpactAddress(entity ? stringifyEntityRef(entity) : '');
  const available = entity !== undefined && isImpactAvailable(entity);
  const title = t('impact.menuItem');
  return useMemo(
    () =>
      available && address
        ? [{ title, Icon: FlashOn, onClick: () => navigate(address) }]
        : [],
    [available, address, title, navigate],
  );
}
