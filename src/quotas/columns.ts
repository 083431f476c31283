/** Columns of the quota pages. */
import type { PageColumn } from '../page.ts';

export function column(
  key: string,
  heading: string,
  kind: PageColumn['kind'],
  width: number,
  decimals = 0,
): PageColumn {
  return { key, heading, over: null, kind, decimals, width, bar: false };
}
