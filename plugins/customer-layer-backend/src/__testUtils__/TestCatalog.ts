import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** What a {@link TestCatalog} is asked for. */
export type CatalogRequest = 'page' | 'refs' | 'count';

type Page = Awaited<ReturnType<CatalogService['queryEntities']>>;

type Entities = Awaited<ReturnType<CatalogService['getEntitiesByRefs']>>;

/** A catalog in memory that can change, fall silent, and be down. */
export class TestCatalog {
  /** Why it doesn't answer, if it is down. */
  down: Error | undefined;
  /** Stands before each answer. */
  before: (request: CatalogRequest) => Promise<void> = async () => {};
  readonly #refs = new Set<string>();
  readonly #entities = new Map<string, Entity>();

  constructor(entities: readonly Entity[]) {
    this.put(...entities);
  }

  /** Adds or replaces entities. */
  put(...entities: readonly Entity[]): void {
    for (const item of entities) {
      const ref = stringifyEntityRef(item);
      this.#refs.add(ref);
      this.#entities.set(ref, item);
    }
  }

  /** Removes an entity. */
  remove(entityRef: string): void {
    this.#entities.delete(entityRef);
  }

  /** Replaces all of them. */
  replaceAll(entities: readonly Entity[]): void {
    this.#entities.clear();
    this.put(...entities);
  }

  /** The refs of all entities that it has ever held. */
  get refs(): string[] {
    return [...this.#refs];
  }

  /** What it holds. */
  get entities(): Entity[] {
    return [...this.#entities.values()];
  }

  /** Some of all entities. */
  async page(options: {
    offset: number;
    limit: number;
    fields?: string[];
  }): Promise<Page> {
    return (await this.#now('page')).queryEntities(options);
  }

  /** Entities by their refs. */
  async byRefs(
    request: Parameters<CatalogService['getEntitiesByRefs']>[0],
  ): Promise<Entities> {
    return (await this.#now('refs')).getEntitiesByRefs(request);
  }

  /** Nothing but how many there are. */
  async count(): Promise<Page> {
    return (await this.#now('count')).queryEntities({ limit: 0 });
  }

  /** The service that asks it. */
  get service(): CatalogService {
    return catalogServiceMock.mock({
      streamEntities: request => this.#stream(request),
      getEntitiesByRefs: request => this.byRefs(request),
      queryEntities: () => this.count(),
    });
  }

  async *#stream(request?: { fields?: string[]; pageSize?: number }) {
    const { pageSize = 500, fields } = request ?? {};
    for (let offset = 0, total = 1; offset < total; offset += pageSize) {
      const page = await this.page({ offset, limit: pageSize, fields });
      total = page.totalItems;
      yield page.items;
    }
  }

  async #now(request: CatalogRequest) {
    await this.before(request);
    if (this.down) {
      throw this.down;
    }
    // What it gives away must not change with it.
    return catalogServiceMock({ entities: structuredClone(this.entities) });
  }
}
