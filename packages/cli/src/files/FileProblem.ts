/** Where something is written down. */
export type FileLocation = {
  /** A path with slashes, relative to the working directory. */
  file: string;
  /** From 1. */
  line: number;
};

/** Something in a file that can't be used; it loses only itself. */
export type FileProblem = FileLocation & {
  /** A warning where the file may well be right, and only can't be judged here. */
  severity: 'error' | 'warning';
  /** What is wrong, and the remedy. */
  message: string;
};
