/** Simulated appraisal points: self-assessed a little high, appraised in quarter points within 0 and the maximum. */
import type { Criterion, Plan } from '../plan/plan.ts';
import { type Exact, exact, floorExact, roundExact } from '../stats/exact.ts';
import { randomStream } from '../stats/random.ts';
import type { Leanings } from './respondent.ts';
import type { SimulatedTable } from './tables.ts';

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
        const steps = floorExact(leaf.max.mul(4));
        const level = Math.min(1, units.unit(unit.id) + (random() - 0.35) * 0.35);
        const appraised = Math.round(level * steps);
        const self = Math.min(steps, appraised + Math.floor(random() * 2.2));
        return [unit.name, leaf.code, quarters(self), quarters(appraised), seed];
      }),
  );
  return { columns: ['Đơn vị', 'Tiêu chí', 'Tự đánh giá', 'Thẩm định', 'Mô phỏng'], rows };
}

function quarters(steps: number): string {
  const value: Exact = exact(steps, 4);
  return roundExact(value, 2, 'half-up');
}
