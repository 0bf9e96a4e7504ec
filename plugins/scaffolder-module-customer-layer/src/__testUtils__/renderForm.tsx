import { Entity } from '@backstage/catalog-model';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { JsonObject } from '@backstage/types';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { customersField, operationsTeamField } from '../fields';

const group = (name: string, annotations = {}, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { namespace: 'default', name, title, annotations },
  spec: { type: 'team', children: [] },
});

const customer = (name: string, title: string, spec: JsonObject): Entity => ({
  apiVersion: 'customer-layer.io/v1alpha1',
  kind: 'Customer',
  metadata: { namespace: 'default', name, title },
  spec,
});

/** Customers of both roles and groups of all sorts. */
export const COMPANY: Entity[] = [
  customer('shoppers', 'Online shoppers', { type: 'economic', tier: 2 }),
  customer('merchants', 'Merchants', { type: 'economic', tier: 1 }),
  customer('clerks', 'Clerks', { type: 'internal', stage: 'front-stage' }),
  customer('lost', 'Lost people', { type: 'internal' }),
  group('finance', { 'customer-layer.io/stage': 'back-stage' }, 'Finance'),
  group('sre', { 'customer-layer.io/operations': 'technical' }, 'SRE'),
  group('artists'),
];

/** Shows the form of a template, as the portal does, in which these are the parameters. */
export async function renderForm(options: {
  properties: JsonObject;
  required?: string[];
  entities?: Entity[];
  catalogApi?: Partial<CatalogApi>;
}) {
  const { properties, required, entities = COMPANY, catalogApi } = options;
  const onCreate = jest.fn(async () => {});
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          catalogApiRef,
          Object.assign(catalogApiMock({ entities }), catalogApi),
        ],
      ]}
    >
      <SecretsContextProvider>
        <Stepper
          manifest={{
            title: 'A service',
            steps: [
              {
                title: 'Whom',
                schema: { properties, ...(required && { required }) },
              },
            ],
          }}
          extensions={[customersField, operationsTeamField].map(field => ({
            ...field,
            schema: field.schema.schema,
          }))}
          onCreate={onCreate}
        />
      </SecretsContextProvider>
    </TestApiProvider>,
  );
  const user = userEvent.setup();
  return {
    user,
    /** Goes on to what is asked before the template runs, if the form is filled in rightly. */
    review: () => user.click(screen.getByRole('button', { name: 'Review' })),
    /** Runs the template, and says with which parameters. */
    async create() {
      await user.click(await screen.findByRole('button', { name: 'Create' }));
      return onCreate.mock.calls[0] as unknown as [JsonObject];
    },
  };
}
