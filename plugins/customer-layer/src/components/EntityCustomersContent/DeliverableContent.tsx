import { Entity } from '@backstage/catalog-model';
import { EmptyState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { useLayers } from '../../hooks/useCustomerLayer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { CustomersPanel } from '../CustomersPanel';
import { DeliveryStrip } from '../DeliveryStrip';
import { EntityAudit } from '../EntityAudit';
import { MissingRefs } from '../EntityName';
import { GraphFooter } from '../GraphFooter';
import { OperationsPanel } from '../OperationsPanel';
import { Problems } from '../Problems';
import { SupplyPanel } from '../SupplyPanel';
import { Columns, waiting } from './Columns';

function useTitles() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const titled = (part: 'customers' | 'operations' | 'supply') => ({
    title: t(`${part}.title`),
    subtitle: t(`${part}.subtitle`),
  });
  return {
    evidence: { title: t('evidence.title') },
    customers: titled('customers'),
    operations: titled('operations'),
    supply: titled('supply'),
  };
}

function LoadingLayers() {
  const { evidence, customers, operations, supply } = useTitles();
  return (
    <Columns
      strip={waiting(evidence, 40)}
      columns={[customers, operations, supply].map(title =>
        waiting(title, 240),
      )}
    />
  );
}

type LayersProps = {
  entity: Entity;
  layers: EntityLayers;
  onChanged: () => void;
};

function Layers({ entity, layers, onChanged }: LayersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { evidence, customers, operations, supply } = useTitles();

  if (!layers.applicable) {
    return (
      <EmptyState
        missing="info"
        title={t('state.notApplicable')}
        description={t('state.notApplicableText', { kind: entity.kind })}
      />
    );
  }
  return (
    <Columns
      alerts={
        layers.problems.length > 0 && <Problems problems={layers.problems} />
      }
      strip={{
        ...evidence,
        body: <DeliveryStrip evidence={layers.delivery} />,
      }}
      columns={[
        {
          ...customers,
          body: <CustomersPanel entity={entity} customers={layers.customers} />,
        },
        {
          ...operations,
          body: (
            <OperationsPanel entity={entity} operations={layers.operations} />
          ),
        },
        {
          ...supply,
          body: <SupplyPanel own={layers} supply={layers.supply} />,
        },
      ]}
      beneath={<EntityAudit entity={entity} onChanged={onChanged} />}
      footer={
        <GraphFooter
          builtAt={layers.graph.builtAt}
          truncated={layers.truncated}
        />
      }
    />
  );
}

/** Whom something is for, who keeps it running and what it rests on. */
export function DeliverableContent({ entity }: { entity: Entity }) {
  const [version, change] = useReducer((count: number) => count + 1, 0);
  const answer = useLayers(entity, version);
  return (
    <AnswerBoundary answer={answer} loading={<LoadingLayers />}>
      {layers => (
        <MissingRefs refs={layers.missing}>
          <Layers entity={entity} layers={layers} onChanged={change} />
        </MissingRefs>
      )}
    </AnswerBoundary>
  );
}
