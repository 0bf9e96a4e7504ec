import { Knex } from 'knex';

// From a phase, along a relation, to a phase; see docs/derivation.md.
const RESTS_ON = `
  ('down', 'dependsOn', 'itself'), ('itself', 'dependsOn', 'itself'),
  ('down', 'dependsOn', 'upon'), ('itself', 'dependsOn', 'upon'),
  ('down', 'consumesApi', 'itself'), ('itself', 'consumesApi', 'itself'),
  ('down', 'apiProvidedBy', 'itself'), ('itself', 'apiProvidedBy', 'itself'),
  ('upon', 'hasPart', 'itself'), ('upon', 'hasPart', 'upon'),
  ('down', 'hasPart', 'down')`;
const SERVES = `
  ('down', 'dependencyOf', 'itself'), ('itself', 'dependencyOf', 'itself'), ('upon', 'dependencyOf', 'itself'),
  ('down', 'apiConsumedBy', 'itself'), ('itself', 'apiConsumedBy', 'itself'),
  ('down', 'providesApi', 'itself'), ('itself', 'providesApi', 'itself'),
  ('down', 'partOf', 'upon'), ('itself', 'partOf', 'upon'), ('upon', 'partOf', 'upon'),
  ('down', 'hasPart', 'down')`;

// "union" drops what was found already, so cycles end; a distance beside it would keep them going. "offset 0" keeps the
// planner from reading whole tables, as it would by its estimates.
const walk = (name: string, steps: string) => `
  ${name}_step (before, type, phase) as (values ${steps}),
  ${name} (ref, phase) as (
    select ?::text, 'down'
    union
    select next.ref, next.phase
    from ${name}
    cross join lateral (
      select relations.target_entity_ref as ref, ${name}_step.phase
      from relations
      join ${name}_step on ${name}_step.type = relations.type and ${name}_step.before = ${name}.phase
      where relations.source_entity_ref = ${name}.ref
      offset 0
    ) as next
  )`;

const ANNOTATION = 'metadata.annotations.customer-layer.io';

const DIRECT_CUSTOMERS = `
  inheriting (ref) as (
    select ref from consumers where phase <> 'upon'
    union
    select container.ref
    from inheriting
    cross join lateral (
      select
        max(search.value) filter (where search.key = '${ANNOTATION}/inheritance') as inheritance,
        count(*) filter (where search.key = '${ANNOTATION}/economic-customers') as declared
      from final_entities
      join search on search.entity_id = final_entities.entity_id
      where final_entities.entity_ref = inheriting.ref
        and search.key in ('${ANNOTATION}/inheritance', '${ANNOTATION}/economic-customers')
      offset 0
    ) as said
    cross join lateral (
      select relations.target_entity_ref as ref
      from relations
      where relations.source_entity_ref = inheriting.ref and relations.type = 'partOf'
      offset 0
    ) as container
    where said.inheritance = 'append'
      or coalesce(said.inheritance, 'fallback') = 'fallback' and said.declared = 0
  )`;

const CUSTOMERS = `
  select distinct 'customer' as list, customer.ref
  from inheriting
  cross join lateral (
    select relations.target_entity_ref as ref
    from relations
    where relations.source_entity_ref = inheriting.ref and relations.type = 'hasEconomicCustomer'
    offset 0
  ) as customer`;

/** What one recursive query finds; neither distances nor paths. */
export type FoundInSql = {
  supply: string[];
  affected: string[];
  customers: string[];
};

async function ask(
  knex: Knex,
  ref: string,
  { ctes, lists }: { ctes: string[]; lists: string[] },
): Promise<FoundInSql> {
  const sql = `with recursive ${ctes.join(',')} ${lists.join(' union all ')}`;
  const { rows } = await knex.raw<{
    rows: Array<{ list: string; ref: string }>;
  }>(
    sql,
    Array.from(sql.matchAll(/\?/g), () => ref),
  );
  const of = (list: string) =>
    rows.filter(row => row.list === list).map(row => row.ref);
  return {
    supply: of('supply'),
    affected: of('affected'),
    customers: of('customer'),
  };
}

/** What an entity rests on, and its economic customers, in one recursive query over the catalog's own tables. */
export const layersInSql = (knex: Knex, ref: string): Promise<FoundInSql> =>
  ask(knex, ref, {
    ctes: [
      walk('supply', RESTS_ON),
      walk('consumers', SERVES),
      DIRECT_CUSTOMERS,
    ],
    lists: [
      `select distinct 'supply' as list, ref from supply where ref <> ?`,
      CUSTOMERS,
    ],
  });

/** What fails with an entity, and the economic customers that this hits, in one recursive query. */
export const impactInSql = (knex: Knex, ref: string): Promise<FoundInSql> =>
  ask(knex, ref, {
    ctes: [walk('consumers', SERVES), DIRECT_CUSTOMERS],
    lists: [
      `select distinct 'affected' as list, ref from consumers where phase <> 'upon' and ref <> ?`,
      CUSTOMERS,
    ],
  });
