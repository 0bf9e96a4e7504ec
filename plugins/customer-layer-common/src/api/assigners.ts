import { AssignmentSource } from '../assign/assignment';
import { DeclarationKey } from '../model/annotations';

/** What is wrong with a rule, an alias or a file of rules. @public */
export type AssignmentFault = {
  /** Where it stands: the name or address of a file, or a path in app-config where its file isn't known. */
  at: string;
  /** In the file, from 1. */
  line?: number;
  /** Id of the rule or alias, if it has a readable one. */
  id?: string;
  /** What is wrong, the offending text, and the remedy. */
  message: string;
};

/** A rule or an alias, as people read it. @public */
export type AssignerDescription = {
  source: AssignmentSource;
  /** Where it stands: the name or address of a file, or a path in app-config where its file isn't known. */
  at: string;
  /** In the file, from 1. */
  line?: number;
  /** What it assigns; of an alias, the declaration and what it reads. */
  says: string;
  /** Of a rule: to which entities, as a filter predicate in JSON. */
  where?: string;
};

/** Which rules and aliases there are, and what is wrong with others. @public */
export type AssignersStatus = {
  /** In order of precedence: aliases, then rules. */
  assigners: AssignerDescription[];
  /** Each of these disables only itself. */
  faults: AssignmentFault[];
  files: Array<{
    target: string;
    /** ISO 8601 time of the last reading that worked. */
    readAt?: string;
    /** Why the last reading failed. What was read before still holds. */
    error?: string;
  }>;
};

/** What rules and aliases would do to the catalog as it is. @public */
export type DryRun = {
  entities: number;
  assigners: Array<
    AssignerDescription & {
      /** How many entities it says something about. */
      matches: number;
      /** On how many of them something that it says holds. */
      holds: number;
      /** Some of those, by ref. */
      examples: string[];
      /** Values that an alias met and that its map does not know, the most frequent first. */
      unknownValues?: Array<{ value: string; count: number }>;
    }
  >;
  /** Pairs that say something of the same declaration of the same entities; the first one is heard. */
  overlaps: Array<{
    first: AssignmentSource;
    second: AssignmentSource;
    keys: DeclarationKey[];
    entities: number;
    examples: string[];
  }>;
  /** Those that say something of nothing. */
  idle: AssignmentSource[];
  faults: AssignmentFault[];
};
