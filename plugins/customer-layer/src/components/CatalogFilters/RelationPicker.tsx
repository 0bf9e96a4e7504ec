import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityAutocompletePicker,
  EntityDisplayName,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import {
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_OPERATED_BY,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  CustomerLayerFilters,
  EconomicCustomerFilter,
  InternalCustomerFilter,
  OperationsTeamFilter,
} from '../../lib/catalogFilters';
import { customerLayerTranslationRef } from '../../translation';

const PICKERS = {
  economicCustomer: {
    relation: RELATION_HAS_ECONOMIC_CUSTOMER,
    Filter: EconomicCustomerFilter,
  },
  internalCustomer: {
    relation: RELATION_HAS_INTERNAL_CUSTOMER,
    Filter: InternalCustomerFilter,
  },
  operationsTeam: {
    relation: RELATION_OPERATED_BY,
    Filter: OperationsTeamFilter,
  },
} as const;

/** Props of {@link RelationPicker}. */
export type RelationPickerProps = { name: keyof typeof PICKERS };

/** Chooses among those that entities of the chosen kind name; nothing at all where they name none. */
export function RelationPicker({ name }: RelationPickerProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const presentation = useApi(entityPresentationApiRef);
  const { relation, Filter } = PICKERS[name];
  return (
    <EntityAutocompletePicker<CustomerLayerFilters, typeof name>
      label={t(`filters.${name}`)}
      name={name}
      path={`relations.${relation}`}
      Filter={Filter}
      getOptionLabel={ref => presentation.forEntity(ref).snapshot.primaryTitle}
      renderOption={ref => <EntityDisplayName entityRef={ref} />}
    />
  );
}
