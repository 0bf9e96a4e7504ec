import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SupplyEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { isProviderRef, responsibleForEntry } from '../../lib/stack';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';

/** What says who is responsible for something. */
export type ResponsibleProps = {
  entry: Pick<SupplyEntry, 'layer' | 'operatingModel' | 'provider'>;
};

/** Who is responsible for something, in which operating model, and with which provider. */
export function Responsible({ entry }: ResponsibleProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { provider, operatingModel } = entry;
  return (
    <>
      {t(`supply.responsible.${responsibleForEntry(entry)}`)}
      {operatingModel && ` · ${t(`supply.model.${operatingModel}`)}`}
      {provider && (
        <>
          {' · '}
          {t('supply.provider', {
            provider: isProviderRef(provider) ? (
              <EntityName entityRef={provider} />
            ) : (
              <>{provider}</>
            ),
          })}
        </>
      )}
    </>
  );
}
