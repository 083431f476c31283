/** Class (xếp loại) of a percentage, and the classes that rounding would change. */
import type { ClassBand, Index } from '../plan/plan.ts';
import { type Exact, parseExact, roundExact } from '../stats/exact.ts';

/** The first band, from the top, whose threshold the percentage reaches; null when it reaches none. */
export function classOf(percent: Exact, bands: readonly ClassBand[]): string | null {
  return bands.find((band) => percent.gte(band.from))?.name ?? null;
}

/**
 * The class that the percentage as printed would get, when that is another one: 89.996 is printed as
 * 90.00 yet does not reach 90. Null when both agree.
 */
export function classAsPrinted(
  percent: Exact,
  bands: readonly ClassBand[],
  rounding: Index['rounding'],
): { readonly printed: string; readonly class: string | null } | null {
  const printed = roundExact(percent, rounding.decimals, rounding.mode);
  const seen = classOf(parseExact(printed) ?? percent, bands);
  return seen === classOf(percent, bands) ? null : { printed, class: seen };
}
