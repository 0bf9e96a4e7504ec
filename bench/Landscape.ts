import { CatalogDraft } from './CatalogDraft';
import { Organisation } from './Organisation';
import { longTailed, pick, pickSkewed } from './random';

const COMPONENTS = 0.44;
/** How many there are beside each component. */
const APIS_EACH = 0.27;
const RESOURCES_EACH = 0.31;

const PLATFORM = 0;

/** What there is to build on, the oldest first; the oldest are chosen most often. */
type Stock = { components: number[]; apis: number[]; resources: number[] };

const emptyStock = (): Stock => ({ components: [], apis: [], resources: [] });

/** The systems of a company with all that is in them. Each builds on what was there before, so that cycles are rare. */
export class Landscape {
  /** The shared resources of the platform, the most used first. */
  readonly platform: readonly number[];
  readonly #draft: CatalogDraft;
  readonly #organisation: Organisation;
  /** By position of the domain. */
  readonly #stocks: Stock[];
  readonly #systems: number[][];

  constructor(draft: CatalogDraft, organisation: Organisation) {
    this.#draft = draft;
    this.#organisation = organisation;
    this.#stocks = organisation.domains.map(emptyStock);
    this.#systems = organisation.domains.map(() => []);
    this.platform = this.#sharedResources();

    const components = COMPONENTS * draft.size;
    const ofPlatform = 2 * Math.sqrt(components);
    const others = organisation.domains.length - 1;
    for (let made = 0; made < components; ) {
      made += this.#system(
        made < ofPlatform
          ? PLATFORM
          : 1 + Math.floor(draft.random() ** 1.3 * others),
        Math.ceil(components) - made,
      );
    }
  }

  // Each rests on the first, and on another before it.
  #sharedResources(): number[] {
    const draft = this.#draft;
    const resources: number[] = [];
    const count = Math.max(4, Math.round(Math.sqrt(draft.size) / 10));
    while (resources.length < count) {
      const resource = this.#resource(this.#organisation.someGroup());
      draft.say(resource, 'operatedBy', this.#organisation.someGroup());
      if (resources.length) {
        new Set([resources[0], pick(draft.random, resources)]).forEach(upon =>
          draft.say(resource, 'dependsOn', upon),
        );
      }
      resources.push(resource);
    }
    return resources;
  }

  /** @returns how many components it has, at most as many as asked for */
  #system(domain: number, most: number): number {
    const draft = this.#draft;
    const organisation = this.#organisation;
    const system = draft.add('System');
    const owner = organisation.someGroup();
    draft.say(system, 'ownedBy', draft.orMissing(owner, 0.02));
    if (draft.chance(0.96)) {
      draft.say(system, 'partOf', organisation.domains[domain]);
    }
    organisation.declare(system, {
      economic: 0.15,
      internal: 0.08,
      operations: 0.3,
    });

    const count = longTailed(draft.random, {
      least: 4,
      tail: 0.55,
      most: Math.min(most, 300),
    });
    const about = (each: number) => Math.floor(count * each + draft.random());
    const own = emptyStock();
    for (let i = about(RESOURCES_EACH); i > 0; i--) {
      own.resources.push(this.#database(system, { domain, owner }));
    }
    for (let i = 0; i < count; i++) {
      const component = this.#component(system, own.components[0], owner);
      this.#uses(component, { domain, own });
      own.components.push(component);
      this.#stocks[domain].components.push(component);
    }
    for (let i = about(APIS_EACH); i > 0; i--) {
      const api = draft.add('API');
      this.#belongs(api, system, owner);
      const provider = pick(draft.random, own.components);
      draft.say(provider, 'providesApi', api);
      organisation.declare(api, {
        economic: 0.04,
        internal: 0.01,
        operations: 0.02,
      });
      own.apis.push(api);
    }
    this.#stocks[domain].resources.push(...own.resources);
    this.#stocks[domain].apis.push(...own.apis);
    this.#systems[domain].push(system);
    return count;
  }

  #component(system: number, first: number | undefined, owner: number): number {
    const draft = this.#draft;
    const component = draft.add('Component');
    if (first !== undefined && draft.chance(0.05)) {
      draft.say(component, 'partOf', first);
    }
    this.#belongs(component, system, owner);
    this.#organisation.declare(component, {
      economic: 0.03,
      internal: 0.02,
      operations: 0.04,
    });
    return component;
  }

  #database(
    system: number,
    { domain, owner }: { domain: number; owner: number },
  ): number {
    const draft = this.#draft;
    const database = this.#resource(owner);
    draft.say(database, 'partOf', draft.orMissing(system, 0.01));
    this.#organisation.declare(database, {
      economic: 0,
      internal: 0.01,
      operations: 0.12,
    });
    const earlier = this.#stocks[domain].resources;
    if (earlier.length && draft.chance(0.2)) {
      draft.say(database, 'dependsOn', pickSkewed(draft.random, earlier, 3));
    } else if (draft.chance(0.9)) {
      const upon = pickSkewed(draft.random, this.platform, 2);
      draft.say(database, 'dependsOn', upon);
    }
    return database;
  }

  #resource(owner: number): number {
    const resource = this.#draft.add('Resource');
    this.#draft.say(resource, 'ownedBy', this.#draft.orMissing(owner, 0.02));
    return resource;
  }

  #belongs(part: number, system: number, owner: number): void {
    const draft = this.#draft;
    const team = draft.chance(0.88) ? owner : this.#organisation.someGroup();
    draft.say(part, 'ownedBy', draft.orMissing(team, 0.02));
    if (draft.chance(0.95)) {
      draft.say(part, 'partOf', draft.orMissing(system, 0.01));
    }
  }

  /** Lets a component depend on others and consume APIs. Some stand alone; of the platform, most do. */
  #uses(
    component: number,
    { domain, own }: { domain: number; own: Stock },
  ): void {
    const draft = this.#draft;
    if (draft.chance(domain === PLATFORM ? 0.6 : 0.1)) {
      return;
    }
    const here = this.#stocks[domain];
    const shared = this.#stocks[PLATFORM];
    const some = (
      how: Parameters<typeof longTailed>[1] & { missing: number },
      from: Parameters<CatalogDraft['oneOf']>[0],
    ) => {
      const chosen = new Set<number>();
      for (let i = longTailed(draft.random, how); i > 0; i--) {
        const node = draft.oneOf(from);
        if (node !== undefined) {
          chosen.add(draft.orMissing(node, how.missing));
        }
      }
      return chosen;
    };

    some({ least: 6, tail: 0.4, most: 60, missing: 0.015 }, [
      { share: 0.34, of: own.resources, skew: 2 },
      { share: 0.26, of: own.components, skew: 1.5 },
      { share: 0.1, of: here.components, skew: 4 },
      { share: 0.12, of: here.resources, skew: 3 },
      { share: 0.03, of: shared.components, skew: 5 },
      { share: 0.1, of: this.platform, skew: 3 },
      { share: 0.003, of: this.#systems[domain], skew: 1 },
    ]).forEach(upon => {
      draft.say(component, 'dependsOn', upon);
      // Two that depend on each other: cycles come of these.
      if (own.components.includes(upon) && draft.chance(0.01)) {
        draft.say(upon, 'dependsOn', component);
      }
    });
    some({ least: 1, tail: 0.5, most: 25, missing: 0.03 }, [
      { share: 0.8, of: here.apis, skew: 3 },
      { share: 0.2, of: shared.apis, skew: 5 },
    ]).forEach(api => draft.say(component, 'consumesApi', api));
  }
}
