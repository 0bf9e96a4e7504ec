import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import {
  ANNOTATIONS,
  CUSTOMER_API_VERSION,
  CUSTOMER_LAYER_RELATION_PAIRS,
  customerFaults,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import Ajv from 'ajv';
import { customerLayerModel } from './customerLayerModel';

describe('the layer', () => {
  const model = compileCatalogModel([
    defaultCatalogEntityModel,
    customerLayerModel,
  ]);
  const ajv = new Ajv({ allowUnionTypes: true });

  it.each([
    [{ type: 'economic' }, true],
    [{ type: 'economic', tier: 1, sla: { availability: 99.9 } }, true],
    [{ type: 'internal', stage: 'back-stage', represents: ['a'] }, true],
    [{ type: 'internal' }, false],
    [{ type: 'internal', stage: 'off-stage' }, false],
    [{ type: 'economic', stage: 'back-stage' }, false],
    [{ type: 'economic', tier: 5 }, false],
    [{ type: 'economic', tier: 1.5 }, false],
    [{ type: 'economic', value: { amount: 1, currency: 'euro' } }, false],
    [{ type: 'public' }, false],
    [{}, false],
  ])('agrees with the processor on a Customer with %j', (spec, valid) => {
    const customer = {
      apiVersion: CUSTOMER_API_VERSION,
      kind: 'Customer',
      metadata: { name: 'a' },
      spec,
    };
    const { jsonSchema } = model.getKind(customer)!;

    expect(ajv.validate(jsonSchema, customer)).toBe(valid);
    expect(customerFaults(customer).length === 0).toBe(valid);
  });

  it('has every pair of relations in both directions', () => {
    const pairs = model
      .listRelations()
      .map(({ forward, reverse }) => [forward.type, reverse.type]);

    for (const pair of CUSTOMER_LAYER_RELATION_PAIRS) {
      expect(pairs).toContainEqual(pair);
      expect(pairs).toContainEqual([...pair].reverse());
    }
  });

  it('describes every annotation', () => {
    const described = model.getMetadata().annotations;

    for (const { name, title, description } of Object.values(ANNOTATIONS)) {
      expect(described).toContainEqual({ name, title, description });
    }
  });
});
