/** What every command may be asked; `cli.ts` fills it from the command line. */
export interface CommonOptions {
  /** The survey's folder, or its plan.yaml. */
  readonly plan: string;
  /** Machine-readable output on stdout. */
  readonly json: boolean;
  /** Warnings stop like errors. */
  readonly strict: boolean;
  /** At most so many findings are printed. */
  readonly maxErrors: number;
}

/** For commands that write files. */
export interface WriteOptions extends CommonOptions {
  /** Say what would be written, write nothing. */
  readonly dryRun: boolean;
  /** Where to write, instead of the usual place under `out/`. */
  readonly out: string | null;
}
