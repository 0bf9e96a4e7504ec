import Chip from '@material-ui/core/Chip';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { originOf } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { Entry } from '../Entry';
import { Origin } from '../Origin';

/** A customer of an entity. */
export type CustomerItemProps = {
  customer: CustomerEntry;
  /** The name as plain text. */
  label: string;
};

/** A customer, how critical it is and where it comes from. */
export function CustomerItem({ customer, label }: CustomerItemProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { customerRef, title, exists, role, tier, source, path } = customer;
  return (
    <Entry
      label={label}
      name={
        <EntityName
          entityRef={customerRef}
          title={title}
          exists={exists}
          confidential="customer"
        />
      }
      note={
        role === 'economic' &&
        tier !== undefined && (
          <Chip
            size="small"
            variant="outlined"
            style={{ margin: 0 }}
            label={t('name.tier', { tier: String(tier) })}
          />
        )
      }
      details={<Origin origin={originOf(source, path)} />}
      path={path}
    />
  );
}
