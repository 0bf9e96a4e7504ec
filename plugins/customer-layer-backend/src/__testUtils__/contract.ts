import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import { readOpenApiDocument } from '../schema/openApiDocument';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import request, { Response } from 'supertest';

const pointer = (...keys: string[]) =>
  keys.map(key => key.replace(/~/g, '~0').replace(/\//g, '~1')).join('/');

/** Returns a check that a response is what the OpenAPI document promises for a path, down to the last field. */
async function loadContract(): Promise<
  (response: Response, method: 'get' | 'post', path: string) => void
> {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const document = await readOpenApiDocument();
  ajv.addSchema(document, 'openapi');

  return ({ status, body }, method, path) => {
    const response = document.paths[path]?.[method]?.responses[status];
    if (!response) {
      throw new Error(`"${method} ${path}" promises no status "${status}"`);
    }
    const at =
      '$ref' in response
        ? response.$ref.slice('#/'.length)
        : pointer('paths', path, method, 'responses', String(status));
    const validate = ajv.getSchema(
      `openapi#/${at}/${pointer('content', 'application/json', 'schema')}`,
    );
    if (!validate?.(body)) {
      throw new Error(
        `The answer to "${method} ${path}" breaks the contract: ${ajv.errorsText(
          validate?.errors,
        )}`,
      );
    }
  };
}

const contract = loadContract();

/** Asks the plugin as a user, and holds the answer against the contract. */
export async function ask(
  { server }: Pick<TestBackend, 'server'>,
  method: 'get' | 'post',
  call: string,
  options: { body?: string | object; user?: string } = {},
): Promise<Response> {
  const response = await request(server)
    [method](`/api/customer-layer/v1/${call}`)
    .set('Authorization', mockCredentials.user.header(options.user))
    .set('Content-Type', 'application/json')
    .send(options.body);
  const path = call
    .replace(/exemptions\/[^/]+\/decision/, 'exemptions/{id}/decision')
    .replace(/by-name.*/, 'by-name/{kind}/{namespace}/{name}')
    .replace(/\?.*/, '');
  const fulfil = await contract;
  fulfil(response, method, `/v1/${path}`);
  return response;
}
