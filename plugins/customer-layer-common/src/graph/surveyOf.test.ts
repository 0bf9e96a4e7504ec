import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { sha256 } from '../__testUtils__/sha256';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { CustomerGraph } from './CustomerGraph';
import { GraphBuilder } from './GraphBuilder';
import { impactOf } from './impactOf';
import { layersOf } from './layersOf';
import { surveyOf } from './surveyOf';

const builtAt = '2026-06-01T00:00:00Z';
const options = { now: new Date(builtAt) };

const customer = (name: string, tier: number): Entity => ({
  apiVersion: CUSTOMER_API_VERSION,
  kind: 'Customer',
  metadata: { name },
  spec: { type: 'economic', tier },
});

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
});

// Some of those whom random catalogs name exist.
const PEOPLE = [customer('alpha', 2), customer('beta', 1), group('sre')];

function expected(graph: CustomerGraph, entityRef: string) {
  const { customers, supply } = layersOf(graph, entityRef, options)!;
  const existing = customers.filter(({ exists }) => exists);
  const { smallestTier } = impactOf(graph, [entityRef], options);
  return {
    economicCustomer: existing.some(({ role }) => role === 'economic'),
    anyCustomer: existing.length > 0,
    unowned: supply
      .filter(({ owners }) => !owners.some(owner => graph.exists(owner)))
      .map(supplied => supplied.entityRef),
    leastTier: smallestTier,
  };
}

it('says of all entities what layers and impact say of each', () => {
  const seen = { owned: 0, unowned: 0, without: 0, tiers: 0 };
  fc.assert(
    fc.property(randomCatalog, fc.nat(PEOPLE.length), (entities, people) => {
      const builder = new GraphBuilder({ digest: sha256 });
      [...entities, ...PEOPLE.slice(0, people)].forEach(entity =>
        builder.add(entity),
      );
      const graph = builder.build({ builtAt });
      const survey = surveyOf(graph);
      expect(survey).toHaveLength(
        entities.filter(({ kind }) => kind !== 'robot').length,
      );
      for (const { entityRef, unownedSupply, ...entry } of survey) {
        const { unowned, ...rest } = expected(graph, entityRef);
        expect(entry).toEqual(rest);
        // Any of them will do, and none only where there is none.
        expect([...unowned, ...(unowned.length ? [] : [undefined])]).toContain(
          unownedSupply,
        );
        seen[unowned.length ? 'unowned' : 'owned']++;
        seen.without += entry.anyCustomer ? 0 : 1;
        seen.tiers += entry.leastTier ? 1 : 0;
      }
    }),
    { numRuns: 2000, seed: 20261122 },
  );
  expect(
    Math.min(seen.owned, seen.unowned, seen.without, seen.tiers),
  ).toBeGreaterThan(500);
});
