import {
  AssignerSet,
  AssignersStatus,
  DescribedAssigner,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Which rules and aliases hold, by configuration and by the files that it names. */
export interface AssignerBook {
  /**
   * The aliases and then the rules that hold: of the configuration first, then of each file in order. The same array for as
   * long as nothing changes. Cheap enough to ask for each entity.
   *
   * @throws an error of the database when it never could be read
   */
  current(): Promise<readonly DescribedAssigner[]>;

  /** The same with what is wrong with others. */
  all(): Promise<AssignerSet>;

  /** What people read of them, and how reading the files went. */
  status(): Promise<AssignersStatus>;
}
