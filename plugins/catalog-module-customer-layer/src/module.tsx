import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
  CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog/alpha';
import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  createCustomersColumn,
  createOperationsTeamColumn,
  CustomerLayerFilterPickers,
} from '@missing-layer/backstage-plugin-customer-layer';

// Of entities of these kinds others are customers, or operations teams; they have none.
const WITHOUT = ['group', 'user', 'customer', 'location', 'template'];

const OWNER_FIELD = 'resolved.ownedByRelationsTitle';

// Beside so many columns a name would be broken within its words.
const withRoom: <Column extends object>(column: Column) => Column = column =>
  'highlight' in column ? { ...column, cellStyle: { minWidth: 160 } } : column;

const columns: CatalogTableColumnsFunc = list => {
  const standard = CatalogTable.defaultColumnsFunc(list);
  const kind = list.filters.kind?.value.toLocaleLowerCase('en-US');
  if (kind && WITHOUT.includes(kind)) {
    return standard;
  }
  // Next to the owner where there is one; else at the end.
  const owner = standard.findIndex(({ field }) => field === OWNER_FIELD);
  const at = owner < 0 ? standard.length : owner + 1;
  return [
    ...standard.slice(0, at).map(withRoom),
    createCustomersColumn(),
    createOperationsTeamColumn(),
    ...standard.slice(at),
  ];
};

// The list takes no columns from outside but by taking its place.
const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: (originalFactory, { config, inputs }) =>
    originalFactory({
      params: {
        loader: async () => (
          <CatalogIndexPage
            columns={columns}
            pagination={config.pagination}
            exportSettings={config.exportSettings}
            filters={
              <>
                {inputs.filters.map(filter =>
                  filter.get(coreExtensionData.reactElement),
                )}
              </>
            }
          />
        ),
      },
    }),
});

const filters = CatalogFilterBlueprint.make({
  name: 'customer-layer',
  params: { loader: async () => <CustomerLayerFilterPickers /> },
});

/**
 * Adds columns and filters to the catalog's list.
 *
 * @public
 */
export const catalogModuleCustomerLayer = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage, filters],
});
