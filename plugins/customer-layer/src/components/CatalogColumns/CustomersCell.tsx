import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { firstNames } from '../../lib/rowNames';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { Quiet } from './Quiet';
import { RowLayers } from './RowLayers';

/** For whom an entity is: the first of them by name, all of them by number. */
export function CustomersCell({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <RowLayers entity={entity}>
      {({ customers, totals }) => {
        const { first, more } = firstNames(customers, totals?.customers);
        if (!first.length) {
          return <Quiet>{t('columns.noCustomer')}</Quiet>;
        }
        return (
          <>
            {first.map(({ customerRef, title, exists, role }) => (
              <div key={`${role} ${customerRef}`}>
                <EntityName
                  entityRef={customerRef}
                  title={title}
                  exists={exists}
                  confidential="customer"
                />
              </div>
            ))}
            {more > 0 && <Quiet>{t('list.more', { count: more })}</Quiet>}
          </>
        );
      }}
    </RowLayers>
  );
}
