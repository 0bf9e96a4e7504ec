import { readFile } from 'node:fs/promises';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';

/** An OpenAPI 3.1 document. */
export type OpenApiDocument = Parameters<
  typeof createValidatedOpenApiRouter
>[0];

const FILE = resolvePackagePath(
  '@missing-layer/backstage-plugin-customer-layer-backend',
  'src/schema/openapi.yaml',
);

/** Reads the contract of the HTTP API, which is shipped with this package. */
export async function readOpenApiDocument(): Promise<OpenApiDocument> {
  return parse(await readFile(FILE, 'utf8'));
}
