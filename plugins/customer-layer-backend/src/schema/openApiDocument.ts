import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { OpenApiDocument } from '@missing-layer/backstage-plugin-customer-layer-node';
import { parse } from 'yaml';

const FILE = resolvePackagePath(
  '@missing-layer/backstage-plugin-customer-layer-backend',
  'src/schema/openapi.yaml',
);

/** Reads the contract of the HTTP API, which is shipped with this package. */
export async function readOpenApiDocument(): Promise<OpenApiDocument> {
  return parse(await readFile(FILE, 'utf8'));
}
