import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  AuditSettings,
  CustomerLayerConfig,
  readAuditSettings,
  readCustomerLayerConfig,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { parse } from 'yaml';
import { readText } from './files/readText';

function parseConfig(text: string, file: string) {
  try {
    const { customerLayer } = parse(text) ?? {};
    return customerLayer === undefined ? {} : { customerLayer };
  } catch (error) {
    throw new InputError(
      `"${file}" is not readable YAML. Correct it: ${(error as Error).message}`,
    );
  }
}

/**
 * Reads the part of an app-config file that audits and assignments go by, the latter as they stand there; all is by default without one.
 *
 * @throws InputError when it can't be read, or a value in it is not what it should be
 */
export async function readConfig(
  folder: string,
  file: string | undefined,
): Promise<
  CustomerLayerConfig & { settings: AuditSettings; assignments: unknown }
> {
  const data = file ? parseConfig(await readText(folder, file), file) : {};
  const config = new ConfigReader(data);
  return {
    ...readCustomerLayerConfig(config),
    settings: readAuditSettings(config),
    assignments: config.getOptional('customerLayer.assignments'),
  };
}
