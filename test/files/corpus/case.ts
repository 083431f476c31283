/** What a case of the corpus is. */
import type { Grid } from './survey.ts';

export interface CorpusCase {
  /** File name in the survey's folder, unless `files` names others. */
  readonly file: string;
  /** What is odd about it, or who wrote it. */
  readonly odd: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array | string;
  /** More files that are there; a folder ends in a slash. */
  readonly others?: Readonly<Record<string, () => Uint8Array | string>>;
  /** Files imported before, in order; they must go through. */
  readonly before?: readonly string[];
  /** Left out: `import` and the file. */
  readonly command?: string;
  readonly expect: Expected;
  /** Codes that must be said beside; others may be said too. */
  readonly told?: readonly string[];
}

export type Expected =
  /** The same rows as the plain CSV of this table gives; `shift`: rows stand so much lower in the file. */
  | { readonly kind: 'same'; readonly as: Grid; readonly shift?: number }
  /**
   * These rows are rejected for these reasons (`5:Đơn vị returns/unknown-name`, or `5 code` of a whole row), and
   * what is left equals the plain CSV of `as` without them.
   */
  | {
      readonly kind: 'rejects';
      readonly as: Grid;
      readonly reasons: readonly string[];
      readonly shift?: number;
    }
  /** Every row was there before; nothing is written and nothing is wrong. */
  | { readonly kind: 'nothing-new'; readonly as: Grid }
  /** Nothing is taken, for these reasons: `code`, or `code place`. */
  | { readonly kind: 'refused'; readonly findings: readonly string[] };

export function same(as: Grid, shift = 0): Expected {
  return { kind: 'same', as, shift };
}

export function rejects(as: Grid, reasons: readonly string[], shift = 0): Expected {
  return { kind: 'rejects', as, reasons, shift };
}

export function refused(...findings: readonly string[]): Expected {
  return { kind: 'refused', findings };
}
