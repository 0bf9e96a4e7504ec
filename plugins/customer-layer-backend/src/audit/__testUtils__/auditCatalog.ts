import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { graphOf, NOW } from '../../__testUtils__/graphOf';
import { GuardedCatalog } from '../../__testUtils__/randomCatalog';
import { Lots } from '../../masking/lots';
import { auditsOver, userCalling } from './auditsOver';

/** The same catalog before half of it declared anything, and without some of it. */
const earlier = (entities: readonly Entity[]): Entity[] =>
  entities
    .filter((_, i) => i % 7)
    .map((entity, i) =>
      i % 2
        ? entity
        : { ...entity, metadata: { ...entity.metadata, annotations: {} } },
    );

/**
 * Audits a catalog twice. Of some failures somebody asks that they may be, and of some of these it is approved; of what
 * is delivered somebody says that it arrives. All that is said names others.
 */
export async function auditCatalog(
  { entities }: GuardedCatalog,
  options: { knex: Knex; drawLots?(): Lots },
) {
  let graph = graphOf(earlier(entities));
  let now = NOW;
  const { audits, stores } = await auditsOver({
    ...options,
    graph: () => graph,
    now: () => now,
    config: { confirmations: { anyone: true } },
  });
  const refs = entities.map(entity => stringifyEntityRef(entity));
  const someRef = (i: number) => refs[i % refs.length];
  await audits.runs.start(userCalling('user:default/d00z'));
  graph = graphOf(entities);
  await audits.runs.start(userCalling('user:default/d01z'));
  const run = (await stores.runs.published())!;

  for (const [i, entityRef] of refs.entries()) {
    // Each at a time of its own, so that there is one order.
    now = new Date(NOW.getTime() + i);
    const at = { run: run.id, today: '2026-06-01' };
    const failing = (await stores.queries.of(entityRef, at)).filter(
      ({ state }) => state === 'fail',
    );
    for (const { ruleId } of failing.slice(0, i % 3)) {
      const asked = await stores.exemptions.request(
        {
          ruleId,
          entityRef,
          reason: `Until ${someRef(i * 11)} is there.`,
          expiresOn: '2026-06-30',
        },
        someRef(i * 5),
      );
      now = new Date(now.getTime() + 100);
      if (i % 2) {
        await stores.exemptions.act(asked, {
          act: 'approved',
          by: someRef(i * 7),
          note: `Ask ${someRef(i * 3)}`,
        });
      }
    }
    if (entityRef.startsWith('component:')) {
      await stores.confirmations.add({
        entityRef,
        kind: 'delivery',
        date: '2026-05-01',
        by: someRef(refs.length - 1 - i),
        note: `With ${entityRef} and ${someRef(i * 3)}`,
      });
    }
  }
  now = NOW;
  return {
    audits,
    refs,
    exists: (ref: string) => graph.exists(ref),
    /** From here on the catalog holds something else. */
    turnInto(other: CustomerGraph) {
      graph = other;
    },
  };
}
