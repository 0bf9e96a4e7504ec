import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryEvidence } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { FactStrip } from '../FactStrip';

const withoutScheme = (url: string) =>
  url.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');

const link = (url: string | undefined) =>
  url && <Link to={url}>{withoutScheme(url)}</Link>;

/** Proof that customers can consume the delivery and benefit from it, and what is missing of it. */
export function DeliveryStrip({ evidence }: { evidence: DeliveryEvidence }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { value, entryPoint, support, slo, confirmedOn } = evidence;
  const missing = t('evidence.missing');
  return (
    <FactStrip
      facts={[
        { label: t('evidence.value'), value, missing, wide: true },
        { label: t('evidence.entryPoint'), value: link(entryPoint), missing },
        { label: t('evidence.support'), value: link(support), missing },
        { label: t('evidence.slo'), value: link(slo), missing },
        {
          label: t('evidence.confirmedOn'),
          value: confirmedOn && (
            <time dateTime={confirmedOn}>{confirmedOn}</time>
          ),
          missing: t('evidence.neverConfirmed'),
        },
      ]}
    />
  );
}
