import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { RowLayers } from './RowLayers';
import { RowNames } from './RowNames';

/** For whom an entity is. */
export function CustomersCell({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <RowLayers entity={entity}>
      {({ customers, totals }) => (
        <RowNames
          names={customers.map(({ customerRef, title, exists, role }) => ({
            key: `${role} ${customerRef}`,
            entityRef: customerRef,
            title,
            exists,
          }))}
          total={totals?.customers}
          none={t('columns.noCustomer')}
          confidential="customer"
        />
      )}
    </RowLayers>
  );
}
