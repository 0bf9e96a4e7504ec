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
  };
}
