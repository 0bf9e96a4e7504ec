import { RelationPicker } from './RelationPicker';
import { UndeclaredPicker } from './UndeclaredPicker';

/**
 * The filters of the customer layer, for the sidebar of the catalog's list: by economic customer, by internal customer and
 * by operations team, as entities name them, and what names none.
 */
export const CatalogFilters = () => (
  <>
    <RelationPicker name="economicCustomer" />
    <RelationPicker name="internalCustomer" />
    <RelationPicker name="operationsTeam" />
    <UndeclaredPicker />
  </>
);
