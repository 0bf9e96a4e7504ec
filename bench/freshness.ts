import { setTimeout as pause } from 'node:timers/promises';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityLayers,
  GraphStatus,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import knexFactory from 'knex';
import { Load } from './CatalogLoad';
import { createDatabase, fillCatalogTables } from './CatalogTables';
import { ChangingPortal, startChangingPortal } from './changingPortal';
import { readOptions, run } from './options';
import { pick, Random, seededRandom } from './random';
import { format, printLine, printTable, printTitle, quantile } from './report';
import { openSyntheticCatalog, SyntheticCatalog } from './syntheticCatalog';

const CHANGES = 20;
// As long as from one full reading to the next, so that there is one in it.
const MINUTES_AT_REST = 10;
// From the end of one question to the next.
const POLL_MS = 20;
// A change is followed up for half a minute.
const SETTLING_MS = 60_000;
const PATIENCE_MS = 15 * 60_000;

async function until(condition: () => Promise<boolean>): Promise<number> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) {
      throw new Error(`Not so after ${PATIENCE_MS / 60_000} minutes`);
    }
    await pause(POLL_MS);
  }
  return performance.now();
}

const byName = (entityRef: string) => entityRef.replace(':', '/');

type Change = {
  entity: Entity;
  shownByCatalog(entity: Entity): boolean;
  shownByLayers(layers: EntityLayers): boolean;
};

/** Of something that is remembered of the entity alone. */
function changeSlo(entity: Entity): Change {
  const slo = `https://slo.example.com/${entity.metadata.name}/changed`;
  const key = 'customer-layer.io/slo';
  return {
    entity: annotated(entity, key, slo),
    shownByCatalog: ({ metadata }) => metadata.annotations?.[key] === slo,
    shownByLayers: ({ delivery }) => delivery.slo === slo,
  };
}

/** Of something that becomes a relation. */
function changeCustomer(entity: Entity, customerRef: string): Change {
  const key = 'customer-layer.io/economic-customers';
  return {
    entity: annotated(entity, key, customerRef),
    shownByCatalog: ({ relations = [] }) =>
      relations.some(
        ({ type, targetRef }) =>
          type === 'hasEconomicCustomer' && targetRef === customerRef,
      ),
    shownByLayers: ({ customers }) =>
      customers.some(
        customer =>
          customer.customerRef === customerRef &&
          customer.source === 'declared',
      ),
  };
}

const annotated = (entity: Entity, key: string, value: string): Entity => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    annotations: { ...entity.metadata.annotations, [key]: value },
  },
});

/** In turn one of either sort, of random components. */
function makeChanges(catalog: SyntheticCatalog, random: Random): Change[] {
  const nodesOf = (kind: string) =>
    Array.from({ length: catalog.size }, (_, node) => node).filter(node =>
      catalog.ref(node).startsWith(`${kind}:`),
    );
  const components = nodesOf('component');
  const customers = nodesOf('customer');
  return Array.from({ length: CHANGES }, (_, n) => {
    const entity = catalog.entity(pick(random, components));
    return n % 2
      ? changeSlo(entity)
      : changeCustomer(entity, catalog.ref(pick(random, customers)));
  });
}

async function timeChange(portal: ChangingPortal, change: Change) {
  const path = byName(stringifyEntityRef(change.entity));
  const provided = performance.now();
  await portal.provide(change.entity);
  const inCatalog = await until(async () => {
    const shown = await portal.ask<Entity>(`catalog/entities/by-name/${path}`);
    return shown !== undefined && change.shownByCatalog(shown);
  });
  const inLayers = await until(async () => {
    const shown = await portal.ask<EntityLayers>(
      `customer-layer/v1/layers/by-name/${path}`,
    );
    return shown !== undefined && change.shownByLayers(shown);
  });
  return {
    catalogSeconds: (inCatalog - provided) / 1000,
    layersSeconds: (inLayers - inCatalog) / 1000,
  };
}

const spreadSeconds = (seconds: number[]) => {
  const ascending = Float64Array.from(seconds).sort();
  return {
    'p50 s': quantile(ascending, 0.5),
    'p95 s': quantile(ascending, 0.95),
    'max s': ascending[ascending.length - 1],
  };
};

const less = (after: Load, before: Load): Load => ({
  requests: after.requests - before.requests,
  rows: after.rows - before.rows,
});

const perMinute = ({ requests, rows }: Load, minutes: number) => ({
  'requests per minute': requests / minutes,
  'rows per minute': rows / minutes,
});

async function measureFreshness(
  portal: ChangingPortal,
  catalog: SyntheticCatalog,
): Promise<void> {
  const before = portal.load.of('customer-layer');
  const random = seededRandom(11);
  const times: Array<Awaited<ReturnType<typeof timeChange>>> = [];
  for (const change of makeChanges(catalog, random)) {
    times.push(await timeChange(portal, change));
    await pause(random() * 2000);
  }
  await pause(SETTLING_MS);
  const load = less(portal.load.of('customer-layer'), before);

  printTitle('One annotation changed, one after the other');
  printTable([
    {
      from: 'provided',
      to: "shown by the catalog's own API",
      ...spreadSeconds(times.map(({ catalogSeconds }) => catalogSeconds)),
    },
    {
      from: "shown by the catalog's own API",
      to: 'shown by /v1/layers',
      ...spreadSeconds(times.map(({ layersSeconds }) => layersSeconds)),
    },
  ]);
  printLine(
    `For each change the customer layer asked the catalog ${format(
      load.requests / CHANGES,
    )} times, for ${format(load.rows / CHANGES)} entities.`,
  );
}

async function measureRest(portal: ChangingPortal): Promise<void> {
  const before = portal.load.of('customer-layer');
  await pause(MINUTES_AT_REST * 60_000);
  const atRest = less(portal.load.of('customer-layer'), before);
  const began = performance.now();
  await portal.readAll();
  const readSeconds = (performance.now() - began) / 1000;
  const all = portal.load.of('bench');

  printTitle('What that asks of a catalog at rest');
  printTable([
    {
      what: `the customer layer, measured over ${MINUTES_AT_REST} minutes`,
      ...perMinute(atRest, MINUTES_AT_REST),
    },
    { what: 'a full reading every 10 minutes', ...perMinute(all, 10) },
    { what: 'a full reading every minute', ...perMinute(all, 1) },
  ]);
  printLine(`One full reading takes ${format(readSeconds)} s.`);
}

/**
 * How much later than in the catalog's own API a change shows in the customer layer, and what that costs the catalog.
 */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const server = process.env.CUSTOMER_LAYER_BENCH_POSTGRES;
  if (!server) {
    throw new Error(
      'There is no PostgreSQL server. Run this part with: npm run bench -- freshness',
    );
  }
  const catalog = openSyntheticCatalog(entities);
  const connection = await createDatabase(server, 'backstage_plugin_catalog');
  const knex = knexFactory({ client: 'pg', connection });
  await fillCatalogTables(knex, catalog);
  await knex.destroy();

  const portal = await startChangingPortal(server);
  try {
    await until(async () => {
      const status = await portal.ask<GraphStatus>('customer-layer/v1/graph');
      return status?.counts.entities === entities;
    });
    printTitle(`${entities.toLocaleString('en-US')} entities`);
    await measureFreshness(portal, catalog);
    await measureRest(portal);
  } finally {
    await portal.stop();
  }
}

run(async () => {
  await compare();
  process.exit(); // A backend that has stopped leaves connections open.
});
