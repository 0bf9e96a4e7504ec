import { HumanDuration, JsonObject } from '@backstage/types';

export interface Config {
  /** Whom entities serve, and who keeps them running. */
  customerLayer?: {
    /** By which customers search finds what is for them. */
    search?: {
      /**
       * Which customers are named in the document of an entity, and so to everybody who may read that entity.
       *
       * - `declared`: those that the entity itself spells out, by the name in the ref and never by the title
       * - `all`: all of them, by title and name, whoever may read them
       * - `none`: none
       *
       * Default: `declared` where permissions are enabled, otherwise `all`.
       */
      customers?: 'declared' | 'all' | 'none';

      /**
       * Which customers are no secret: a predicate over their entities. These are named by title and name in the document
       * of whatever is for them. Default: none.
       */
      publicCustomers?: JsonObject;

      /**
       * How an entity must have come by a customer, so that this one finds it. Default: declared, inherited.
       */
      sources?: Array<
        'declared' | 'inherited' | 'derived' | 'part' | 'consumer'
      >;

      /**
       * For so long in all an indexing of the catalog waits for the customer layer; after that it goes on without. Default:
       * 30 seconds.
       */
      patience?: HumanDuration | string;
    };
  };
}
