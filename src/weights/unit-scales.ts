/** Weights of those who rate one unit as whole numbers: what is quick to sum. */
import type { Plan, UnitId } from '../plan/plan.ts';
import type { TallyEntry } from '../returns/batch.ts';
import { zero } from '../stats/exact.ts';
import { commonDenominator } from '../stats/integer-ratio.ts';
import type { KeptWeights } from './kept.ts';

export interface UnitScale {
  /** So many of it make 1. */
  readonly one: bigint;
  readonly whole: (cell: number) => bigint;
}

export interface ScaleSource {
  readonly plan: Plan;
  readonly entries: readonly { readonly entry: TallyEntry; readonly cell: number }[];
  readonly kept: KeptWeights;
}

/**
 * Each unit has a scale of its own: weights of a nation have no common measure that anybody could work with. Where those of a unit
 * have none either they are cut off after 60 decimals. `kinds`: which cells rate which unit (its place in the plan).
 */
export function unitScales(
  { plan, entries, kept }: ScaleSource,
  kinds: readonly { readonly unit: number; readonly cell: number }[],
): ReadonlyMap<UnitId, UnitScale> {
  const cells = new Map<UnitId, Set<number>>();
  const note = (unit: UnitId, cell: number): void => {
    cells.set(unit, (cells.get(unit) ?? new Set()).add(cell));
  };
  for (const { unit, cell } of kinds) note(plan.units[unit]?.id ?? '', cell);
  for (const { entry, cell } of entries) note(entry.unit, cell);
  return new Map([...cells].map(([unit, own]) => [unit, scaleOf([...own], kept)]));
}

const longest = 10n ** 80n;
const cutOff = 10n ** 60n;

function scaleOf(cells: readonly number[], kept: KeptWeights): UnitScale {
  const weights = cells.map((cell) => [cell, kept.exact[cell] ?? zero] as const);
  const common = commonDenominator(weights.map(([, weight]) => weight));
  const one = common < longest ? common : cutOff;
  const wholes = new Map(
    weights.map(([cell, { n, d }]) => [cell, ((n as bigint) * one) / (d as bigint)]),
  );
  return { one, whole: (cell) => wholes.get(cell) ?? 0n };
}
