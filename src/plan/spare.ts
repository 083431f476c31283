/** Spare sheets: printed with a packet beyond the forms it hands out. */
import { ceilExact } from '../stats/exact.ts';
import type { Group, Spare } from './plan.ts';

/** Spare sheets for `size` forms: the fixed number plus the percentage, rounded up. */
export function spareSheets(spare: Spare, size: number): number {
  return spare.sheets + ceilExact(spare.percent.mul(size).div(100));
}

/**
 * Forms printed for `size` people, spares included: what may be out in the field at most. Null: not known, or the
 * group may answer without a numbered sheet (a QR code, a link, a copy), so that no print run bounds its forms.
 */
export function formsPrinted(
  { serial, spare }: Pick<Group, 'serial' | 'spare'>,
  size: number | null,
): number | null {
  return serial !== 'required' || size === null ? null : size + spareSheets(spare, size);
}
