/** Simulated appraisal points: self-assessed a little high, appraised in the steps of the plan (quarter points) within 0 and the maximum. */
import type { Criterion, Plan } from '../plan/plan.ts';
import { type Exact, exact, exactText, floorExact } from '../stats/exact.ts';
import { randomStream } from '../stats/random.ts';
import type { Leanings } from './respondent.ts';
import type { SimulatedTable } from './tables.ts';

/** Where the plan asks for no steps. */
const quarter = exact(1, 4);

/** Null when nothing in the index is appraised. */
export function simulatedPoints(
  plan: Plan,
  leaves: readonly Criterion[],
  units: Leanings,
  seed: string,
): SimulatedTable | null {
  if (leaves.length === 0) return null;
  const rows = plan.units.flatMap((unit) =>
    leaves
      .filter((leaf) => !leaf.notFor.includes(unit.id))
      .map((leaf) => {
        const random = randomStream(seed, 'points', unit.id, leaf.code);
        const step = leaf.step ?? quarter;
        const steps = floorExact(leaf.max.div(step));
        const level = Math.min(1, units.unit(unit.id) + (random() - 0.35) * 0.35);
        const appraised = Math.round(level * steps);
        const self = Math.min(steps, appraised + Math.floor(random() * 2.2));
        return [unit.name, leaf.code, pointsText(step, self), pointsText(step, appraised), seed];
      }),
  );
  return { columns: ['Đơn vị', 'Tiêu chí', 'Tự đánh giá', 'Thẩm định', 'Mô phỏng'], rows };
}

/** At least two decimals; never exactly three after the mark, which could also be thousands. */
function pointsText(step: Exact, steps: number): string {
  const [whole = '', decimals = ''] = exactText(step.mul(steps)).split('.');
  const padded = decimals.padEnd(2, '0');
  return `${whole}.${padded.length === 3 ? `${padded}0` : padded}`;
}
