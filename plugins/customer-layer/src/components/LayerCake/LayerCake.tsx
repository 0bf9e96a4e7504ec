import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useMemo, useState } from 'react';
import { cakeOf, rowsOf } from '../../lib/cake';
import { customerLayerTranslationRef } from '../../translation';
import { CustomersPanel } from '../CustomersPanel';
import { OperationsPanel } from '../OperationsPanel';
import { Band } from './Band';
import { CakeFrame } from './CakeFrame';
import { EmptyLayers } from './EmptyLayers';
import { Light } from '../Light';
import { ProviderLine } from './ProviderLine';
import { RestsOnNothing } from './RestsOnNothing';
import { StackRow } from './StackRow';

const ownersOf = (entity: Entity) =>
  (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef)
    .sort();

/** Props of {@link LayerCake}. */
export type LayerCakeProps = { entity: Entity; layers: EntityLayers };

/** Whom an entity is for, who keeps it running and what it rests on: one picture, from the customers down. */
export function LayerCake({ entity, layers }: LayerCakeProps) {
  const { customers, operations, supply } = layers;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [shown, setShown] = useState(false);
  const cake = useMemo(
    () => cakeOf(layers, ownersOf(entity)),
    [layers, entity],
  );
  return (
    <Light layers={layers}>
      <CakeFrame>
        <Band
          layer="customer"
          count={customers.length}
          hint={t('cake.band.customer')}
        >
          <CustomersPanel entity={entity} layers={layers} />
        </Band>
        <Band
          layer="operations"
          count={operations.length}
          hint={t('cake.band.operations')}
        >
          <OperationsPanel entity={entity} operations={operations} />
        </Band>
        {rowsOf(cake, { empty: shown }).map(row =>
          row.kind === 'line' ? (
            <ProviderLine key="line" from={row.from} />
          ) : (
            <StackRow
              key={row.layer}
              entity={entity}
              layers={layers}
              {...row}
            />
          ),
        )}
        {supply.length ? (
          <EmptyLayers
            layers={cake.empty}
            shown={shown}
            toggle={() => setShown(!shown)}
          />
        ) : (
          <RestsOnNothing />
        )}
      </CakeFrame>
    </Light>
  );
}
