import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AssignmentSource } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Fragment } from 'react';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { Origin as OriginValue } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';

function Words({ origin }: { origin: OriginValue }) {
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

/** Props of {@link Origin}. */
export type OriginProps = {
  origin: OriginValue;
  /** Who assigned it where it is declared; absent where the file there says so. */
  assigned?: AssignmentSource;
};

/** Where a customer or an operations team comes from, in words with links. */
export function Origin({ origin, assigned }: OriginProps) {
  const { assignedBy } = useDeclarationWords();
  if (!assigned) {
    return <Words origin={origin} />;
  }
  return (
    <>
      {origin.source !== 'declared' && (
        <>
          <Words origin={origin} />
          {' · '}
        </>
      )}
      {assignedBy(assigned)}
    </>
  );
}
