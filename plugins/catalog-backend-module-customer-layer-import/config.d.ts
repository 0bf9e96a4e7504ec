export interface Config {
  catalog?: {
    providers?: {
      /** Imports of customers from CSV or JSON, by id: lower-case letters, digits and hyphens. */
      customerLayer?: {
        [id: string]: {
          /**
           * Where the export is; read with the integrations and `backend.reading.allow`.
           * @visibility secret
           */
          url: string;
          /**
           * Sent as a bearer token.
           * @visibility secret
           */
          token?: string;
          /** How it is written. Default: as its extension says, else as it looks. */
          format?: 'csv' | 'json';
          /** The JSON pointer of the list of customers, as in /data/customers. Default: the whole. */
          items?: string;
          /** Between the cells of CSV. Default: a comma. */
          delimiter?: string;
          /**
           * From a field of a customer to a column of the source: its name, or an object with `column`, `values` (from
           * a cell to what it means), `default` (for empty cells) and `separator` (of lists). Of annotations, labels
           * and links an object of such.
           */
          columns: {
            [field: string]: string | { [key: string]: unknown };
          };
          /** The namespace of the customers. Default: default. */
          namespace?: string;
          /** Names the entities by a keyed hash of their ids. */
          opaqueNames?: {
            /**
             * At least 16 characters.
             * @visibility secret
             */
            key: string;
          };
          /** Refuses an import that removes too much. */
          guard?: {
            /** A number, or a share as in "20%". Default: more than 20 % and more than 10 are too many. */
            maxRemoved?: number | string;
          };
          /** The largest size of the export in megabytes. Default: 50. */
          maxSize?: number;
          /** Only logs what would be done. Default: false. */
          dryRun?: boolean;
          /** When it is read. Default: hourly. */
          schedule?: { [key: string]: unknown };
        };
      };
    };
  };
}
