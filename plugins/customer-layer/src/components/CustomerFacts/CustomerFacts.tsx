import { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { customerFacts, isWebUrl } from '../../lib/delivery';
import { formatMoney } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { FactStrip } from '../FactStrip';

const MOST_CRITICAL = 1;

/** Props of {@link CustomerFacts}. */
export type CustomerFactsProps = {
  entity: Entity;
  /** Refs of the segments beneath it. */
  segments: string[];
};

/** What a Customer says of itself. */
export function CustomerFacts({ entity, segments }: CustomerFactsProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { type, stage, tier, value, sla } = customerFacts(entity);
  const missing = t('evidence.missing');
  const availability =
    sla?.availability === undefined
      ? undefined
      : `${sla.availability.toLocaleString(language, {
          maximumFractionDigits: 6,
        })} %`;

  return (
    <FactStrip
      facts={[
        {
          label: t('delivery.type'),
          value: type && t(`delivery.typeName.${type}`),
          missing,
        },
        ...(stage
          ? [
              {
                label: t('delivery.stage'),
                value: t(`delivery.stageName.${stage}`),
              },
            ]
          : []),
        {
          label: t('delivery.tier'),
          value:
            tier &&
            t(
              tier === MOST_CRITICAL
                ? 'delivery.tierMostCritical'
                : 'delivery.tierHint',
              { tier: String(tier) },
            ),
          missing,
        },
        {
          label: t('delivery.value'),
          value: value && formatMoney(value, language),
          missing,
        },
        {
          label: t('delivery.sla'),
          value:
            sla?.url && isWebUrl(sla.url) ? (
              <Link to={sla.url}>{availability ?? t('delivery.slaLink')}</Link>
            ) : (
              [availability, sla?.url].filter(Boolean).join(' · ')
            ),
          missing,
        },
        ...(segments.length
          ? [
              {
                label: t('delivery.segments'),
                wide: true,
                value: (
                  <>
                    {segments.map((ref, index) => (
                      <span key={ref}>
                        {index > 0 && ', '}
                        <EntityName entityRef={ref} confidential="customer" />
                      </span>
                    ))}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
