import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryEvidence } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';

const ROUTES = ['entryPoint', 'support', 'slo'] as const;

/** The same as {@link DeliveryStrip} in two lines, for one of many deliveries. */
export function DeliveryLine({ evidence }: { evidence: DeliveryEvidence }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { value, confirmedOn } = evidence;
  return (
    <>
      {value && <div>{value}</div>}
      <div>
        {ROUTES.map(route => {
          const url = evidence[route];
          const label = t(`evidence.${route}`);
          return (
            <span key={route}>
              {url ? (
                <Link to={url} underline="always">
                  {label}
                </Link>
              ) : (
                t('evidence.without', { what: label })
              )}
              {' · '}
            </span>
          );
        })}
        {t('evidence.confirmedOn')}:{' '}
        {confirmedOn ? (
          <time dateTime={confirmedOn}>{confirmedOn}</time>
        ) : (
          t('evidence.neverConfirmed')
        )}
      </div>
    </>
  );
}
