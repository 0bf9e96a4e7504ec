import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { customerLayerTranslationRef } from '../../translation';
import { Quiet } from './Quiet';
import { RowLayers } from './RowLayers';
import { RowNames } from './RowNames';

/** Who keeps an entity running, and whether that is only assumed of its owner. */
export function OperationsTeamCell({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <RowLayers entity={entity}>
      {({ operations, totals }) => (
        <RowNames
          names={operations.map(({ teamRef, title, exists, source }) => ({
            key: teamRef,
            entityRef: teamRef,
            title,
            exists,
            note: source === 'assumed' && (
              <Quiet> ({t('columns.assumed')})</Quiet>
            ),
          }))}
          total={totals?.operations}
          none={t('columns.noOperationsTeam')}
          confidential="team"
        />
      )}
    </RowLayers>
  );
}
