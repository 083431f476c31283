/** Value → points by steps. */
import type { PointBand } from '../plan/plan.ts';
import type { Exact } from '../stats/exact.ts';

/** Points of the highest threshold that the value reaches; `bands` highest first. Null: it reaches none. */
export function bandPoints(value: Exact, bands: readonly PointBand[]): Exact | null {
  return bands.find(({ from }) => value.gte(from))?.points ?? null;
}
