import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Whom entities serve, and who keeps them running. */
  customerLayer?: {
    /**
     * Whether a declaration that can't be read keeps its entity out of the catalog. Otherwise the value loses only
     * itself and is reported. Default: false.
     */
    strict?: boolean;

    /** Kinds whose declarations count. Default: Component, API, Resource, System, Domain. */
    deliverableKinds?: string[];

    operations?: {
      /** Whether owners stand in where no operations team is declared. Default: true. */
      assumeOwner?: boolean;
    };

    consumers?: {
      /** Whether the owners of direct consumers are internal customers. Default: true. */
      teamsAreInternalCustomers?: boolean;
    };

    layers?: {
      /**
       * The layer that an entity sits in, by kind and `spec.type` (`*` for any), where its annotation doesn't say.
       * Added to the map that ships.
       */
      types?: { [kind: string]: { [type: string]: string } };
    };

    graph?: {
      /**
       * When the whole catalog is read anew. In between, the entities that the catalog's processing finds changed are
       * read on their own, so this is how long a deletion or anything else that went unnoticed can stay so.
       *
       * Of several replicas on one database one reads, for all. So there is no `scope`; and since every full reading
       * comes so long after the one before, whoever did that, `frequency` is a duration and neither `cron` nor
       * `trigger`.
       */
      schedule?: {
        /** From the beginning of one full reading to that of the next. Default: 10 minutes. */
        frequency?: HumanDuration | string;

        /** A full reading that takes longer is given up and tried again. Default: 10 minutes. */
        timeout?: HumanDuration | string;

        /**
         * How long the first full reading waits after a start with a graph that was kept, so that a busy start is not
         * made busier. Without a kept graph it doesn't wait. Default: 0.
         */
        initialDelay?: HumanDuration | string;
      };
    };

    limits?: {
      /** At most so many entries in each list of an answer, 1 to 100,000. Default: 10,000. */
      listEntries?: number;
    };
  };
}
