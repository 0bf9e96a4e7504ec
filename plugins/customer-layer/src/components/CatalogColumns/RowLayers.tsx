import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ReactNode } from 'react';
import { useRowLayers } from '../../hooks/useRowLayers';
import { customerLayerTranslationRef } from '../../translation';
import { MissingRefs } from '../EntityName';
import { Quiet } from './Quiet';

/** Props of {@link RowLayers}. */
export type RowLayersProps = {
  entity: Entity;
  /** What the cell tells, of an entity that can have customers. */
  children: (layers: EntityLayers) => ReactNode;
};

/** A cell of the catalog's list that tells of the entity's layers; empty for what can have none. */
export function RowLayers({ entity, children }: RowLayersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const answer = useRowLayers(stringifyEntityRef(entity));
  if (answer.status === 'loading') {
    return <Quiet>{t('columns.loading')}</Quiet>;
  }
  if (answer.status === 'failed') {
    return <Quiet>{t('columns.failed')}</Quiet>;
  }
  const layers = answer.value;
  return layers?.applicable ? (
    <MissingRefs refs={layers.missing}>{children(layers)}</MissingRefs>
  ) : null;
}
