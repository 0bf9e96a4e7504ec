import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fragment } from 'react';
import { Origin as OriginValue } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';

/** Where a customer or an operations team comes from, in words with links. */
export function Origin({ origin }: { origin: OriginValue }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { source, steps, omitted } = origin;
  const [first] = steps;
  const name = first === undefined ? <></> : <EntityName entityRef={first} />;

  switch (source) {
    case 'inherited':
      return t('origin.inherited', { from: name });
    case 'part':
      return t('origin.part', { part: name });
    case 'consumer':
      return t('origin.consumer', { consumer: name });
    case 'derived':
      return t('origin.derived', {
        steps: (
          <>
            {steps.map((step, index) => (
              <Fragment key={step}>
                {index > 0 && ' → '}
                {omitted > 0 && index === steps.length - 1 && (
                  <>{t('origin.omitted', { count: omitted })} → </>
                )}
                <EntityName entityRef={step} />
              </Fragment>
            ))}
          </>
        ),
      });
    case 'assumed':
      return first === undefined ? (
        <>{t('origin.assumed')}</>
      ) : (
        t('origin.assumedFrom', { from: name })
      );
    default:
      return <>{t('origin.declared')}</>;
  }
}
