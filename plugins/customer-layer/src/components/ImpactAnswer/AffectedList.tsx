import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AffectedEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { Entry } from '../Entry';
import { FoldedList } from '../FoldedList';
import { Teams } from '../SupplyPanel';
import { useShortName } from './useShortName';

// So many fill a few rows, in as many columns as there is room for.
const FEW = 12;

/** Everything that rests on what fails, the nearest first, with who owns and who operates it. */
export function AffectedList({ affected }: { affected: AffectedEntity[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useShortName('entity');
  const labelOf = ({ entityRef, title }: AffectedEntity) =>
    nameOf(entityRef, title);
  if (!affected.length) {
    return <Typography variant="body2">{t('impact.affected.none')}</Typography>;
  }
  return (
    <FoldedList
      label={t('impact.affected.title')}
      layout="columns"
      items={affected}
      initial={FEW}
      keyOf={({ entityRef }) => entityRef}
      textOf={labelOf}
    >
      {entity => (
        <Entry
          label={labelOf(entity)}
          name={
            <EntityName
              entityRef={entity.entityRef}
              title={entity.title}
              exists={entity.exists}
            />
          }
          details={!entity.hidden && <Teams {...entity} />}
          path={entity.path}
          distance={entity.distance}
        />
      )}
    </FoldedList>
  );
}
