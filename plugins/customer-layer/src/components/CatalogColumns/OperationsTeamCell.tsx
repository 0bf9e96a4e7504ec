import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { firstNames } from '../../lib/rowNames';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { Quiet } from './Quiet';
import { RowLayers } from './RowLayers';

/** Who keeps an entity running, and whether that is only assumed of its owner. */
export function OperationsTeamCell({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <RowLayers entity={entity}>
      {({ operations, totals }) => {
        const { first, more } = firstNames(operations, totals?.operations);
        if (!first.length) {
          return <Quiet>{t('columns.noOperationsTeam')}</Quiet>;
        }
        return (
          <>
            {first.map(({ teamRef, title, exists, source }) => (
              <div key={teamRef}>
                <EntityName
                  entityRef={teamRef}
                  title={title}
                  exists={exists}
                  confidential="team"
                />
                {source === 'assumed' && (
                  <Quiet> ({t('columns.assumed')})</Quiet>
                )}
              </div>
            ))}
            {more > 0 && <Quiet>{t('list.more', { count: more })}</Quiet>}
          </>
        );
      }}
    </RowLayers>
  );
}
