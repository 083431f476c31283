/** Groups that another survey asks: their answers are brought in, and no sheet of theirs is issued here. */
import type { Group } from './plan.ts';

/** The survey that the whole group is taken from (`SIPAS 2025`); null: it is asked here, wholly or in some units. */
export function borrowedFrom({ quota, except, pools }: Group): string | null {
  if (quota.rule !== 'from') return null;
  const isWhole = pools.length === 0 && Object.keys(except).length === 0;
  return isWhole ? quota.survey : null;
}
