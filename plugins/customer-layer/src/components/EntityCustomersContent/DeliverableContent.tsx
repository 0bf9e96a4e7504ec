import { Entity } from '@backstage/catalog-model';
import { EmptyState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useReducer } from 'react';
import { Assigning, useAssigning } from '../../hooks/useAssigning';
import { useLayers } from '../../hooks/useCustomerLayer';
import { customerLayerTranslationRef } from '../../translation';
import { AnswerBoundary } from '../AnswerBoundary';
import { DeliveryStrip } from '../DeliveryStrip';
import { EntityAudit } from '../EntityAudit';
import { MissingRefs } from '../EntityName';
import { GraphFooter } from '../GraphFooter';
import { ImpactLink } from '../ImpactLink';
import { LayerCake, LoadingCake } from '../LayerCake';
import { Problems } from '../Problems';
import { AssignAction, WhoSaysSo } from '../WhoSaysSo';
import { Columns, Stacked, waiting } from './Columns';

function LoadingLayers() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <Columns
      strip={waiting({ title: t('evidence.title') }, 40)}
      main={{
        title: t('cake.title'),
        subtitle: t('cake.subtitle'),
        body: <LoadingCake />,
      }}
    />
  );
}

type LayersProps = {
  entity: Entity;
  layers: EntityLayers;
  assigning: Assigning;
  onChanged: () => void;
};

function Layers({ entity, layers, assigning, onChanged }: LayersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);

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
        title: t('evidence.title'),
        body: <DeliveryStrip evidence={layers.delivery} />,
      }}
      main={{
        title: t('cake.title'),
        subtitle: t('cake.subtitle'),
        action: (
          <>
            <AssignAction assigning={assigning} />
            <ImpactLink entity={entity} />
          </>
        ),
        body: <LayerCake entity={entity} layers={layers} />,
      }}
      beneath={
        <Stacked>
          <WhoSaysSo entity={entity} assigning={assigning} />
          <EntityAudit entity={entity} onChanged={onChanged} />
        </Stacked>
      }
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
  const assigning = useAssigning(entity, change);
  return (
    <AnswerBoundary answer={answer} loading={<LoadingLayers />}>
      {layers => (
        <MissingRefs refs={layers.missing}>
          <Layers
            entity={entity}
            layers={layers}
            assigning={assigning}
            onChanged={change}
          />
        </MissingRefs>
      )}
    </AnswerBoundary>
  );
}
