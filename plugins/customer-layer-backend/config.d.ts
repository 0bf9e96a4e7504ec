import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

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
       * When the catalog is read again. Every replica keeps its own graph, so `scope` can only be `local`. Default:
       * every 60 seconds, with a timeout of 10 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    limits?: {
      /** At most so many entries in each list of an answer, 1 to 100,000. Default: 10,000. */
      listEntries?: number;
    };
  };
}
