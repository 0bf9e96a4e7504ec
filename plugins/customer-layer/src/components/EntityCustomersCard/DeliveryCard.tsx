import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Delivery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useDelivery } from '../../hooks/useCustomerLayer';
import { deliveryView } from '../../lib/delivery';
import { summarizeReadiness } from '../../lib/readiness';
import { customerLayerTranslationRef } from '../../translation';
import { FactStrip } from '../FactStrip';
import { OverviewCard } from './OverviewCard';
import { TopNames } from './TopNames';

function DeliveryInBrief({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { serves, restsOn, teams, weakestTeam } = deliveryView(delivery);
  const weakest = teams.filter(({ teamRef }) => teamRef === weakestTeam);

  return (
    <FactStrip
      facts={[
        {
          label: t('delivery.serves'),
          value: (
            <TopNames
              names={serves.map(({ entityRef: ref, title, exists }) => ({
                ref,
                title,
                exists,
              }))}
              confidential="entity"
              none={t('card.nothing')}
            />
          ),
        },
        {
          label: t('delivery.restsOn'),
          value: restsOn.length
            ? t('card.entities', { count: restsOn.length })
            : undefined,
          missing: t('card.nothing'),
        },
        {
          label: t('delivery.teams'),
          value: teams.length
            ? t('delivery.teamsShort', { count: teams.length })
            : undefined,
          missing: t('card.nobody'),
        },
        {
          label: t('delivery.weakest'),
          value: (
            <TopNames
              names={weakest.map(({ teamRef, title, exists, readiness }) => {
                const summary = readiness && summarizeReadiness(readiness);
                return {
                  ref: teamRef,
                  title,
                  exists,
                  note:
                    summary &&
                    t('card.readiness', {
                      passed: String(summary.passed),
                      total: String(summary.total),
                    }),
                };
              })}
              confidential="team"
              none={teams.length ? t('delivery.allReady') : t('card.nobody')}
            />
          ),
        },
      ]}
    />
  );
}

/** The delivery to a Customer in a few lines. */
export function DeliveryCard({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const answer = useDelivery(entity);
  return (
    <OverviewCard
      entity={entity}
      title={t('delivery.title')}
      link={t('delivery.link')}
      answer={answer}
    >
      {delivery => <DeliveryInBrief delivery={delivery} />}
    </OverviewCard>
  );
}
