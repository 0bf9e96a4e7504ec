import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readAssigned } from '../assign/assignment';
import { readDeclarations } from '../model/declarations';

/**
 * The derivation rules of docs/derivation.md, written as they are said: no index, no shared walks, paths as lists of
 * refs that are compared one by one. Slow, and obvious enough to hold the fast implementation against.
 */

type Role = 'economic' | 'internal' | 'operations';

export type ReferenceCustomer = {
  customerRef: string;
  role: 'economic' | 'internal';
  source: string;
  distance: number;
  path: string[];
  assigned?: string;
  exists: boolean;
};

const KEY = {
  economic: 'economicCustomers',
  internal: 'internalCustomers',
  operations: 'operationsTeam',
} as const;

const DELIVERABLE = ['component', 'api', 'resource', 'system', 'domain'];
const SOURCES = ['declared', 'inherited', 'derived', 'part', 'consumer'];

const text = (a: string, b: string) => Number(a > b) - Number(a < b);

function comparePaths(a: string[], b: string[]): number {
  if (a.length !== b.length) {
    return a.length - b.length;
  }
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) {
      return text(a[i], b[i]);
    }
  }
  return 0;
}

// A state is a ref, with ' as depended upon' or ' down' behind it where it is more than the entity itself.
const UPON = ' as depended upon';
const DOWN = ' down';
const nodeOf = (state: string) => state.split(' ')[0];

/** Level by level; each state keeps the smallest of the paths that reach it in the fewest hops. */
function explore(
  starts: Array<[state: string, path: string[]]>,
  next: (state: string) => string[],
): Map<string, string[]> {
  const found = new Map(starts);
  let level = new Map(starts);
  while (level.size) {
    const following = new Map<string, string[]>();
    for (const [state, path] of level) {
      for (const to of next(state)) {
        const longer = [...path, nodeOf(to)];
        const known = following.get(to);
        if (!found.has(to) && (!known || comparePaths(longer, known) < 0)) {
          following.set(to, longer);
        }
      }
    }
    following.forEach((path, state) => found.set(state, path));
    level = following;
  }
  return found;
}

function bestOfEach(all: ReferenceCustomer[]): ReferenceCustomer[] {
  const precedence = (a: ReferenceCustomer, b: ReferenceCustomer) =>
    Number(a.source === 'consumer') - Number(b.source === 'consumer') ||
    a.distance - b.distance ||
    SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
    comparePaths(a.path, b.path);
  const best = new Map<string, ReferenceCustomer>();
  for (const entry of all) {
    const key = `${entry.role} ${entry.customerRef}`;
    const known = best.get(key);
    if (!known || precedence(entry, known) < 0) {
      best.set(key, entry);
    }
  }
  return [...best.values()].sort(
    (a, b) =>
      text(a.role, b.role) ||
      a.distance - b.distance ||
      text(a.customerRef, b.customerRef),
  );
}

/** The answers of one catalog. */
export class Reference {
  readonly entities: Map<string, Entity>;

  constructor(entities: Entity[]) {
    this.entities = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
  }

  /** The targets of a relation, read from either end. */
  #related(ref: string, type: string, inverse: string): string[] {
    const from =
      this.entities
        .get(ref)
        ?.relations?.filter(r => r.type === type)
        .map(r => r.targetRef) ?? [];
    const back = [...this.entities]
      .filter(([, entity]) =>
        entity.relations?.some(r => r.type === inverse && r.targetRef === ref),
      )
      .map(([other]) => other);
    return [...new Set([...from, ...back])].sort(text);
  }

  containers = (ref: string) => this.#related(ref, 'partOf', 'hasPart');
  parts = (ref: string) => this.#related(ref, 'hasPart', 'partOf');
  owners = (ref: string) => this.#related(ref, 'ownedBy', 'ownerOf');
  dependents = (ref: string) => this.#related(ref, 'dependencyOf', 'dependsOn');
  dependencies = (ref: string) =>
    this.#related(ref, 'dependsOn', 'dependencyOf');
  consumers = (api: string) =>
    this.#related(api, 'apiConsumedBy', 'consumesApi');
  provided = (ref: string) =>
    this.#related(ref, 'providesApi', 'apiProvidedBy');

  #declared(ref: string, role: Role): string[] | undefined {
    const entity = this.entities.get(ref);
    return entity && DELIVERABLE.includes(entity.kind.toLowerCase())
      ? readDeclarations(entity).declarations[KEY[role]]
      : undefined;
  }

  #inheritance(ref: string): string {
    const entity = this.entities.get(ref);
    return (
      (entity &&
        DELIVERABLE.includes(entity.kind.toLowerCase()) &&
        readDeclarations(entity).declarations.inheritance) ||
      'fallback'
    );
  }

  #up(ref: string, role: Role): Map<string, string[]> {
    return explore([[ref, [ref]]], at => {
      const mode = this.#inheritance(at);
      const goesOn =
        mode === 'append' ||
        (mode === 'fallback' && this.#declared(at, role) === undefined);
      return goesOn ? this.containers(at) : [];
    });
  }

  direct(ref: string, role: Role): Array<[target: string, path: string[]]> {
    return [...this.#up(ref, role)].flatMap(([at, path]) =>
      (this.#declared(at, role) ?? []).map(
        target => [target, path] as [string, string[]],
      ),
    );
  }

  /** Whether somebody says at an entity, or where it inherits from, that there is nobody. */
  saysNone = (ref: string, role: Role): boolean =>
    [...this.#up(ref, role).keys()].some(
      at => this.#declared(at, role)?.length === 0,
    );

  /** Who assigned what the last of a path declares, as a part of an entry. */
  #assigned(path: string[], role: Role): { assigned?: string } {
    const declarer = this.entities.get(path[path.length - 1]);
    const assigned = declarer && readAssigned(declarer)[KEY[role]];
    return assigned ? { assigned } : {};
  }

  operations(ref: string) {
    const walk = [...this.#up(ref, 'operations').keys()];
    const declared = walk.some(
      at => this.#declared(at, 'operations') !== undefined,
    );
    const best = new Map<string, string[]>();
    for (const [team, path] of this.direct(ref, 'operations')) {
      const known = best.get(team);
      if (!known || comparePaths(path, known) < 0) {
        best.set(team, path);
      }
    }
    return declared
      ? [...best]
          .sort(([a], [b]) => text(a, b))
          .map(([teamRef, path]) => ({
            teamRef,
            source: path.length === 1 ? 'declared' : 'inherited',
            path,
            ...this.#assigned(path, 'operations'),
          }))
      : this.owners(ref).map(teamRef => ({
          teamRef,
          source: 'assumed',
          path: [ref],
        }));
  }

  /** One hop of the service graph. */
  serves = (state: string): string[] => {
    const ref = nodeOf(state);
    const containersUpon = this.containers(ref).map(at => at + UPON);
    return state.endsWith(UPON)
      ? [...this.dependents(ref), ...containersUpon]
      : [
          ...this.dependents(ref),
          ...this.consumers(ref),
          ...this.provided(ref),
          ...containersUpon,
        ];
  };

  /** One hop of the service graph, backwards. */
  restsOn = (state: string): string[] => {
    const ref = nodeOf(state);
    const upon = [...this.parts(ref).map(part => part + UPON)].filter(
      part => this.parts(nodeOf(part)).length,
    );
    if (state.endsWith(UPON)) {
      return [...this.parts(ref), ...upon];
    }
    const dependencies = this.dependencies(ref);
    return [
      ...dependencies,
      ...dependencies.filter(at => this.parts(at).length).map(at => at + UPON),
      ...this.#related(ref, 'consumesApi', 'apiConsumedBy'),
      ...this.#related(ref, 'apiProvidedBy', 'providesApi'),
    ];
  };

  #withStepsDown(starts: string[], hop: (state: string) => string[]) {
    return explore(
      starts.map(ref => [ref + DOWN, [ref]]),
      state => [
        ...hop(state.replace(DOWN, '')),
        ...(state.endsWith(DOWN)
          ? this.parts(nodeOf(state)).map(part => part + DOWN)
          : []),
      ],
    );
  }

  /** Customers of entities taken together, without consumer teams. */
  customersOf(starts: string[]): ReferenceCustomer[] {
    return bestOfEach(this.#waysToCustomers(starts));
  }

  /** All ways in which an entity comes by customers, those by its parts told as such even where others are as near. */
  waysToCustomers(ref: string): ReferenceCustomer[] {
    return [...this.#waysToCustomers([ref]), ...this.#consumerTeams(ref)];
  }

  #waysToCustomers(starts: string[]): ReferenceCustomer[] {
    const byHops = explore(
      starts.map(ref => [ref, [ref]]),
      this.serves,
    );
    const byParts = this.#withStepsDown(starts, this.serves);
    const all: ReferenceCustomer[] = [];
    for (const [walk, beyond] of [
      [byHops, 'derived'],
      [byParts, 'part'],
    ] as const) {
      for (const [state, hops] of walk) {
        if (state.endsWith(UPON)) {
          continue;
        }
        const distance = hops.length - 1;
        for (const role of ['economic', 'internal'] as const) {
          for (const [customerRef, own] of this.direct(nodeOf(state), role)) {
            const atOnce = own.length === 1 ? 'declared' : 'inherited';
            all.push({
              customerRef,
              role,
              source: distance ? beyond : atOnce,
              distance,
              path: [...hops, ...own.slice(1)],
              ...this.#assigned(own, role),
              exists: this.entities.has(customerRef),
            });
          }
        }
      }
    }
    return all;
  }

  customers(ref: string): ReferenceCustomer[] {
    return bestOfEach(this.waysToCustomers(ref));
  }

  #consumerTeams(ref: string): ReferenceCustomer[] {
    const teams: ReferenceCustomer[] = [];
    const consumers = [
      ...this.dependents(ref).map(x => [ref, x]),
      ...this.consumers(ref).map(x => [ref, x]),
      ...this.provided(ref).flatMap(api =>
        this.consumers(api).map(x => [ref, api, x]),
      ),
    ];
    for (const path of consumers) {
      for (const team of this.owners(path[path.length - 1])) {
        if (!this.owners(ref).includes(team)) {
          teams.push({
            customerRef: team,
            role: 'internal',
            source: 'consumer',
            distance: path.length - 1,
            path,
            exists: this.entities.has(team),
          });
        }
      }
    }
    return teams;
  }

  supply(starts: string[]) {
    const best = new Map<string, string[]>();
    for (const [state, path] of this.#withStepsDown(starts, this.restsOn)) {
      const ref = nodeOf(state);
      const known = best.get(ref);
      if (!starts.includes(ref) && (!known || comparePaths(path, known) < 0)) {
        best.set(ref, path);
      }
    }
    return [...best]
      .map(([entityRef, path]) => ({
        entityRef,
        distance: path.length - 1,
        path,
        owners: this.owners(entityRef),
        operationsTeams: this.operations(entityRef).map(o => o.teamRef),
        exists: this.entities.has(entityRef),
      }))
      .sort(
        (a, b) => a.distance - b.distance || text(a.entityRef, b.entityRef),
      );
  }

  failing(starts: string[]) {
    return [...starts].sort(text).map(entityRef => ({
      entityRef,
      distance: 0,
      path: [entityRef],
      owners: this.owners(entityRef),
      operationsTeams: this.operations(entityRef).map(o => o.teamRef),
    }));
  }

  affected(starts: string[]) {
    const best = new Map<string, number>();
    for (const [state, path] of this.#withStepsDown(starts, this.serves)) {
      const ref = nodeOf(state);
      if (!state.endsWith(UPON) && !starts.includes(ref)) {
        best.set(ref, Math.min(best.get(ref) ?? Infinity, path.length - 1));
      }
    }
    return [...best]
      .map(([entityRef, distance]) => ({
        entityRef,
        distance,
        owners: this.owners(entityRef),
        operationsTeams: this.operations(entityRef).map(o => o.teamRef),
      }))
      .sort(
        (a, b) => a.distance - b.distance || text(a.entityRef, b.entityRef),
      );
  }
}
