/** Limits on what a file may make us hold: a hostile or broken file ends in a sentence, not in a crash. */
export interface Caps {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes that come out of a zip, counted while they come out; a million rows of Excel's take half of these. */
  readonly unzipped: number;
  /** Parts in a zip. */
  readonly entries: number;
  /** Rows that hold something. */
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell; Excel's own limit. */
  readonly cell: number;
  /** Bytes in one CSV record. */
  readonly record: number;
}

export const usualCaps: Caps = {
  bytes: 512 * 1024 * 1024,
  unzipped: 2 * 1024 * 1024 * 1024,
  entries: 10_000,
  rows: 1_048_576,
  columns: 2_000,
  cell: 32_767,
  record: 4 * 1024 * 1024,
};
