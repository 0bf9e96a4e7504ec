import {
  AuthService,
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CUSTOMER_LAYER_PLUGIN_ID,
  CustomerEntry,
  CustomerLayerApi,
  EntityLayers,
  REFS_PER_REQUEST,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk, uniq } from 'lodash';
import { SearchConfig } from './config';
import { namesFor, spelledBy, SPELLING_FIELDS } from './namesFor';

/** As many customers of one entity can be named. */
export const MOST_CUSTOMERS = 1_000;

/** Whose names the documents of some entities are to have. */
export type NamesOfEntities = {
  /** In the order of the entities. */
  names: string[][];
  /** Of how many entities more customers are there than can be named. */
  cut: number;
};

type Own = BackstageCredentials<BackstageServicePrincipal>;

/**
 * Finds out, for one indexing, which customers are to be named where: asks the customer layer and the catalog, and has the
 * rule decide.
 */
export class CustomerNames {
  readonly #layers: Pick<CustomerLayerApi, 'getLayersByRefs'>;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #config: SearchConfig;
  readonly #isPublic = new Map<string, boolean>();

  constructor(options: {
    layers: Pick<CustomerLayerApi, 'getLayersByRefs'>;
    catalog: CatalogService;
    auth: AuthService;
    config: SearchConfig;
  }) {
    this.#layers = options.layers;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#config = options.config;
  }

  /**
   * The names of the customers of up to 1,000 entities.
   *
   * @throws whatever goes wrong when the customer layer or the catalog is asked
   */
  async of(
    entityRefs: string[],
    signal: AbortSignal,
  ): Promise<NamesOfEntities> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const [layers, spelled] = await Promise.all([
      this.#layersOf(entityRefs, { credentials, signal }),
      this.#spelledBy(entityRefs, credentials),
    ]);
    await this.#findPublic(
      layers.flatMap(answer => answer?.customers ?? []),
      credentials,
    );
    return {
      names: layers.map((answer, index) =>
        namesFor({
          customers: answer?.customers ?? [],
          spelled: spelled[index],
          isPublic: ref => this.#isPublic.get(ref) ?? false,
          rule: this.#config,
        }),
      ),
      cut: layers.filter(answer => answer?.totals?.customers !== undefined)
        .length,
    };
  }

  async #layersOf(
    entityRefs: string[],
    { credentials, signal }: { credentials: Own; signal: AbortSignal },
  ): Promise<Array<EntityLayers | undefined>> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: CUSTOMER_LAYER_PLUGIN_ID,
    });
    return this.#layers.getLayersByRefs(entityRefs, {
      token,
      signal,
      limit: MOST_CUSTOMERS,
    });
  }

  async #spelledBy(
    entityRefs: string[],
    credentials: Own,
  ): Promise<ReadonlySet<string>[]> {
    if (this.#config.customers !== 'declared') {
      return entityRefs.map(() => new Set());
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: SPELLING_FIELDS },
      { credentials },
    );
    return items.map(entity => (entity ? spelledBy(entity) : new Set()));
  }

  async #findPublic(
    customers: readonly CustomerEntry[],
    credentials: Own,
  ): Promise<void> {
    const { customers: named, publicCustomers, sources } = this.#config;
    if (named === 'all' || publicCustomers === undefined) {
      return;
    }
    const unknown = customers
      .filter(({ source }) => sources.includes(source))
      .map(({ customerRef }) => customerRef)
      .filter(ref => !this.#isPublic.has(ref));
    for (const entityRefs of chunk(uniq(unknown), REFS_PER_REQUEST)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.name'],
          query: publicCustomers,
        },
        { credentials },
      );
      entityRefs.forEach((ref, index) =>
        this.#isPublic.set(ref, items[index] !== undefined),
      );
    }
  }
}
