/** Spare sheets: printed with a packet beyond the forms it hands out. */
import { ceilExact } from '../stats/exact.ts';
import type { Spare } from './plan.ts';

/** Spare sheets for `size` forms: the fixed number plus the percentage, rounded up. */
export function spareSheets(spare: Spare, size: number): number {
  return spare.sheets + ceilExact(spare.percent.mul(size).div(100));
}
