import { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CustomerEntry,
  CustomerRole,
  EntityLayers,
  OperationsEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLayers } from '../../hooks/useCustomerLayer';
import { summarizeReadiness } from '../../lib/readiness';
import { customerLayerTranslationRef } from '../../translation';
import { FactStrip } from '../FactStrip';
import { OverviewCard } from './OverviewCard';
import { TopNames } from './TopNames';

// Those whom the catalog knows come first.
const namesOf = (customers: CustomerEntry[], role: CustomerRole) =>
  customers
    .filter(customer => customer.role === role)
    .sort((a, b) => Number(b.exists) - Number(a.exists))
    .map(({ customerRef: ref, title, exists }) => ({ ref, title, exists }));

function LayersInBrief({ layers }: { layers: EntityLayers }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { customers, operations, supply } = layers;
  const economic = namesOf(customers, 'economic');
  const internal = namesOf(customers, 'internal');

  const noteOf = ({ readiness, source }: OperationsEntry) => {
    const summary = readiness && summarizeReadiness(readiness);
    return [
      summary &&
        t('card.readiness', {
          passed: String(summary.passed),
          total: String(summary.total),
        }),
      source === 'assumed' && t('card.assumed'),
    ]
      .filter(Boolean)
      .join(' · ');
  };

  return (
    <FactStrip
      facts={[
        {
          label: t('card.economic', { count: economic.length }),
          value: (
            <TopNames
              names={economic}
              confidential="customer"
              none={t('card.nobody')}
            />
          ),
        },
        {
          label: t('card.internal', { count: internal.length }),
          value: (
            <TopNames
              names={internal}
              confidential="customer"
              none={t('card.nobody')}
            />
          ),
        },
        {
          label: t('card.operations'),
          value: (
            <TopNames
              names={operations.map(team => ({
                ref: team.teamRef,
                title: team.title,
                exists: team.exists,
                note: noteOf(team),
              }))}
              confidential="team"
              none={t('card.nobody')}
            />
          ),
        },
        {
          label: t('card.restsOn'),
          value: supply.length
            ? t('card.entities', { count: supply.length })
            : undefined,
          missing: t('card.nothing'),
        },
      ]}
    />
  );
}

/** The layers of an entity in a few lines. */
export function LayersCard({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const answer = useLayers(entity);
  return (
    <OverviewCard
      entity={entity}
      title={t('card.title')}
      link={t('card.link')}
      answer={answer}
    >
      {layers =>
        layers.applicable ? (
          <LayersInBrief layers={layers} />
        ) : (
          <Typography variant="body2">
            {t('state.notApplicableText', { kind: entity.kind })}
          </Typography>
        )
      }
    </OverviewCard>
  );
}
