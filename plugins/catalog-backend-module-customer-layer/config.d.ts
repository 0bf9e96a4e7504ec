import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** The customer layer: who entities are for, and who keeps them running. */
  customerLayer?: {
    /**
     * Whether an annotation that can't be read keeps its entity out of the catalog. Otherwise only the value is lost,
     * and the log says so. Default: false.
     */
    strict?: boolean;
    /**
     * The kinds whose annotations declare customers and operations teams, in any case. Replaces the default:
     * Component, API, Resource, System, Domain.
     */
    deliverableKinds?: string[];
    /** How operations teams are found. */
    operations?: {
      /** Whether the owners stand in where nothing declares an operations team. Default: true. */
      assumeOwner?: boolean;
    };
    /** How consumers count. */
    consumers?: {
      /** Whether the owners of direct consumers are internal customers. Default: true. */
      teamsAreInternalCustomers?: boolean;
    };
    /** How entities are sorted into the layers of the stack. */
    layers?: {
      /**
       * From kind and spec.type, both in any case, to a layer; "*" stands for any type. Adds to the map that ships,
       * for example `resource: { database: data }`. Default: empty.
       */
      types?: {
        [kind: string]: {
          [type: string]:
            | 'customer'
            | 'operations'
            | 'application'
            | 'data'
            | 'runtime'
            | 'operating-system'
            | 'virtualization'
            | 'servers'
            | 'storage'
            | 'network'
            | 'facilities'
            | 'unclassified';
        };
      };
    };
    /**
     * Who assigns customers, operations teams and the like to entities whose files say nothing of it, besides people in the
     * portal. See docs/assign.md. What is wrong with one alias or rule disables only that one, and the log says so.
     */
    assignments?: {
      /** Other names under which entities say something already. They go before rules, in the order given. */
      aliases?: Array<{
        /** Letters, digits, `-`, `_` and `.`; another for each alias. */
        id: string;
        /** What is read of an entity; a path in spec has dots between the keys. */
        from:
          | { annotation: string }
          | { label: string }
          | { spec: string }
          | 'tags';
        /** The short name of a declaration, as in `economic-customers`. */
        to: string;
        /** What each text stands for, in any case; a text that is not here counts for nothing. Default: every text as it is. */
        values?: { [text: string]: string | string[] };
      }>;
      /** What is assigned to entities by what they are, in the order given. */
      rules?: Array<{
        /** Letters, digits, `-`, `_` and `.`; another for each rule. */
        id: string;
        /** A filter predicate on entities as their files say, as in `{ kind: Component, spec.type: service }`. */
        where: object;
        /** By the short names of declarations, as in `operations-team`. */
        assign: { [declaration: string]: string | string[] };
      }>;
      /** Files of aliases and rules. They go after those that stand here, in the order given. */
      files?: Array<{
        /** Of YAML with the lists `aliases` and `rules`, at a URL that an integration or `backend.reading.allow` lets the backend read. */
        target: string;
      }>;
      /** When the files are read: by one replica, for all. Default: every 5 minutes, for at most 2 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
