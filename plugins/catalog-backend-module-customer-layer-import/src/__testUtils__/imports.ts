import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ImportConfig, readImportConfigs } from '../config';
import { customersOf } from '../customersOf';
import { ImportedCustomers } from '../planImport';
import { readRows } from '../rows';

/** Columns for "Id,Name,Level". */
export const COLUMNS = {
  name: 'Id',
  title: 'Name',
  type: { default: 'economic' },
  tier: { column: 'Level', values: { Gold: 1, Odd: 9 }, default: 4 },
};

/** The configuration of one import, as it is read. */
export function configOf(rest: JsonObject = {}): ImportConfig {
  const [config] = readImportConfigs(
    new ConfigReader({
      catalog: {
        providers: {
          customerLayer: {
            crm: {
              url: 'https://crm.example.com/a',
              columns: COLUMNS,
              ...rest,
            },
          },
        },
      },
    }),
  );
  return config;
}

/** What comes of a source under a configuration. */
export async function read(
  text: string,
  rest?: JsonObject,
): Promise<ImportedCustomers> {
  const config = configOf(rest);
  return customersOf(readRows(text, config), {
    ...config,
    location: 'customer-layer-import:crm',
  });
}
