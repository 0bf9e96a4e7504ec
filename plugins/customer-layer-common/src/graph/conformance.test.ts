import { Entity } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES } from '../config';
import cases from '../__testUtils__/conformance.json';
import { sha256 } from '../__testUtils__/sha256';
import { deliveryTo } from './deliveryTo';
import { GraphBuilder } from './GraphBuilder';
import { impactOf } from './impactOf';
import { layersOf } from './layersOf';

const options = { now: new Date('2026-06-01T00:00:00Z') };

/** Keeps of an answer what the expectation shows, so that answers may carry more, but lists no more items. */
function asFarAsShown(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((item, i) => asFarAsShown(item, expected[i]));
  }
  if (
    expected &&
    actual &&
    typeof expected === 'object' &&
    typeof actual === 'object' &&
    Object.keys(expected).length
  ) {
    return Object.fromEntries(
      Object.entries(expected).map(([key, value]) => [
        key,
        asFarAsShown((actual as Record<string, unknown>)[key], value),
      ]),
    );
  }
  return actual;
}

describe.each(cases)('$name', ({ config, entities, ...expected }) => {
  const builder = new GraphBuilder({
    rules: { ...DEFAULT_DERIVATION_RULES, ...config },
    digest: sha256,
  });
  entities.forEach(entity => builder.add(entity as unknown as Entity));
  const graph = builder.build({
    builtAt: '2026-06-01T00:00:00Z',
  });

  it.each(Object.entries(expected.layers))('layers of %s', (ref, layers) => {
    expect(asFarAsShown(layersOf(graph, ref, options), layers)).toEqual(layers);
  });

  it.each(Object.entries(expected.impact))('impact of %s', (ref, impact) => {
    expect(asFarAsShown(impactOf(graph, [ref], options), impact)).toEqual(
      impact,
    );
  });

  it('delivery to each customer', () => {
    for (const [ref, delivery] of Object.entries(expected.delivery)) {
      expect(asFarAsShown(deliveryTo(graph, ref, options), delivery)).toEqual(
        delivery,
      );
    }
  });
});
