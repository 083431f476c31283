/** How much a result moves with the percents of the survey leaves. */
import type { Evaluator, IndexData, Totals } from './evaluator.ts';

/** Percent points; along a curve the error goes with its square. */
const step = 1e-3;

/**
 * Result of a unit ÷ percent of its leaf, unit × leaf; 0 where the leaf is missing or does not apply. Null where the results follow
 * no line or smooth curve unit by unit, so that no slope would tell how they vary. `of`: other results than what units are ranked on.
 */
export function slopes(
  data: IndexData,
  index: Evaluator,
  of: (totals: Totals) => Float64Array = ({ results }) => results,
): Float64Array | null {
  if (index.shape === 'other') return null;
  const { percents, units } = data;
  const leaves = data.leaves.length;
  const found = new Float64Array(percents.length);
  for (let leaf = 0; leaf < leaves; leaf++) {
    // A straight line has the same slope over any distance: the longer, the more digits.
    const by = index.shape === 'linear' ? 50 : step;
    const above = of(index.evaluate(moved(percents, leaf, leaves, by))).slice();
    const below = of(index.evaluate(moved(percents, leaf, leaves, -by)));
    for (let unit = 0; unit < units; unit++) {
      const slope = ((above[unit] as number) - (below[unit] as number)) / (2 * by);
      found[unit * leaves + leaf] = Number.isNaN(slope) ? 0 : slope;
    }
  }
  return found;
}

function moved(percents: Float64Array, leaf: number, leaves: number, by: number): Float64Array {
  const changed = percents.slice();
  for (let at = leaf; at < changed.length; at += leaves) changed[at] = (changed[at] as number) + by;
  return changed;
}
