import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
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

    /** How the whole catalog is audited. */
    audit?: {
      /**
       * When it is audited. Of several replicas on one database one does it, for all, so `scope` doesn't matter. Default:
       * every 6 hours, for at most 30 minutes, the first time a minute after a start.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

      /** What is different about rules, by their ids. */
      rules?: {
        [ruleId: string]: {
          /** Default: true. */
          enabled?: boolean;

          /** How much a failure matters, where not as the rule says. */
          severity?: 'error' | 'warning';

          /** What a pass or a fail counts in the score. Default: what the severity counts. */
          weight?: number;

          /**
           * Of `customer-involved`, `team-trained` and `team-managed`: for how many days a confirmation, a training or a
           * review counts. Defaults: 180, 365 and 180.
           */
          withinDays?: number;

          /** Of `team-staffed`: how many members a team must have. Default: 3. */
          minimumMembers?: number;
        };
      };

      /** What a pass or a fail counts in the score, by severity. */
      weights?: {
        /** Default: 3. */
        error?: number;

        /** Default: 1. */
        warning?: number;
      };

      /** How long what was found is kept. */
      retention?: {
        /** For how long every finding of every audit can be read and compared. Default: 90 days. */
        findings?: HumanDuration | string;

        /** For how long what audits came to is kept, of older ones that of the last of each day. Default: 400 days. */
        runs?: HumanDuration | string;
      };

      exemptions?: {
        /** For at most so many days from today an exemption can be asked for. Default: 180. */
        maximumDays?: number;

        /** Whether somebody else than who asked for an exemption must approve it. Default: true. */
        fourEyes?: boolean;
      };

      confirmations?: {
        /** Whether everybody with the permission may confirm, on whatever side they are. Default: false. */
        anyone?: boolean;
      };

      notifications?: {
        /** Whether owners are told what got worse. Default: where the notifications plugin is installed. */
        enabled?: boolean;
      };

      evidence?: {
        /** Whether annotations of on-call and dashboard plugins, and links of groups, count as evidence. Default: true. */
        annotations?: boolean;
      };
    };

    limits?: {
      /** At most so many entries in each list of an answer, 1 to 100,000. Default: 10,000. */
      listEntries?: number;
    };
  };
}
