import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SupplyEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { DeliveryLine } from '../DeliveryStrip';
import { EntityName, EntityNames } from '../EntityName';
import { Entry } from '../Entry';
import { Responsible } from './Responsible';

/** Props of {@link Teams}. */
export type TeamsProps = Pick<SupplyEntry, 'owners' | 'operationsTeams'>;

/** Who owns something and who operates it, in one phrase where they are the same. */
export function Teams({ owners, operationsTeams }: TeamsProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  // Both are sorted, and no ref holds a comma.
  const same = owners.join() === operationsTeams.join();
  const named = (refs: readonly string[]) => (
    <EntityNames refs={refs} confidential="team" />
  );
  if (owners.length && same) {
    return t('supply.ownedAndOperatedBy', { names: named(owners) });
  }
  return (
    <>
      {owners.length
        ? t('supply.ownedBy', { names: named(owners) })
        : t('supply.noOwner')}
      {' · '}
      {operationsTeams.length
        ? t('supply.operatedBy', { names: named(operationsTeams) })
        : t('supply.noOperations')}
    </>
  );
}

/** Props of {@link SupplyItem}. */
export type SupplyItemProps = {
  entry: SupplyEntry;
  /** The name as plain text. */
  label: string;
  /** Whether others in its layer are the responsibility of somebody else. */
  shared: boolean;
};

/** Something that an entity rests on: who owns it, who operates it and who is responsible for it. */
export function SupplyItem({ entry, label, shared }: SupplyItemProps) {
  const { entityRef, title, exists, path, distance } = entry;
  // Otherwise the heading of the layer has said it.
  const tellsWho = shared || entry.provider || entry.operatingModel;
  return (
    <Entry
      label={label}
      name={<EntityName entityRef={entityRef} title={title} exists={exists} />}
      details={
        <>
          <div>
            <Teams {...entry} />
          </div>
          {tellsWho && (
            <div>
              <Responsible entry={entry} />
            </div>
          )}
          {entry.delivery && <DeliveryLine evidence={entry.delivery} />}
        </>
      }
      path={path}
      distance={distance}
    />
  );
}
