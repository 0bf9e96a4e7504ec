import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ConsumedEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, useNameOf } from '../EntityName';
import { Entry } from '../Entry';
import { FoldedList } from '../FoldedList';

/** Props of {@link ConsumedList}. */
export type ConsumedListProps = { entries: ConsumedEntry[] };

/** Of what a team is an internal customer, and how it came to be. */
export function ConsumedList({ entries }: ConsumedListProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('entity');
  if (!entries.length) {
    return (
      <Typography variant="body2">{t('index.team.customerOfNone')}</Typography>
    );
  }
  return (
    <FoldedList
      label={t('index.team.customerOf')}
      items={entries}
      keyOf={entry => entry.entityRef}
      textOf={entry => nameOf(entry.entityRef, entry.title)}
    >
      {({ entityRef, title, exists, source, layer, hidden }) => (
        <Entry
          label={nameOf(entityRef, title)}
          name={
            <EntityName entityRef={entityRef} title={title} exists={exists} />
          }
          details={[
            !hidden && t(`layer.${layer}`),
            t(`index.team.source.${source}`),
          ]
            .filter(Boolean)
            .join(' · ')}
          path={[]}
        />
      )}
    </FoldedList>
  );
}
