/** Exit codes, DESIGN §6. */
export const exit = {
  /** Done. */
  done: 0,
  /** The user's files have errors; an import took nothing. */
  findings: 1,
  /** Wrong usage of the command. */
  usage: 2,
  /** The environment: locked file, no rights, full disk. */
  environment: 3,
  /** Import: taken, with rejected rows. */
  rejections: 4,
  /** The store is being written by somebody else. */
  busy: 5,
  /** A bug of ours. */
  bug: 70,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];
