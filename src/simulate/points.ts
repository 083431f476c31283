/**
 * Simulated tables of points: self-assessed a little high, appraised in the steps of the plan (quarter points) within 0 and the
 * maximum; figures of every unit; bonus and penalty points now and then.
 */
import type { Criterion, Index, Plan, Unit } from '../plan/plan.ts';
import { type Exact, exact, exactText, floorExact } from '../stats/exact.ts';
import { randomStream } from '../stats/random.ts';
import { simulatedFigures } from './figures.ts';
import type { Leanings } from './respondent.ts';
import type { SimulatedTable } from './tables.ts';

/** Where the plan asks for no steps. */
const quarter = exact(1, 4);

/** How many units in a hundred get such points. */
const given = { bonus: 30, penalty: 15 } as const;

/** Null when nothing in the index is appraised and it works with no figures. */
export function simulatedPoints(
  plan: Plan,
  leaves: readonly Criterion[],
  units: Leanings,
  seed: string,
): SimulatedTable | null {
  const { index } = plan;
  const rows = plan.units.flatMap((unit) => [
    ...leaves
      .filter((leaf) => !leaf.notFor.includes(unit.id))
      .map((leaf) => appraisedRow(unit, leaf, units, seed)),
    ...(index === null ? [] : figureRows(unit, index, units, seed)),
    ...(index === null ? [] : besideRows(unit, index, seed)),
  ]);
  if (rows.length === 0) return null;
  return { columns: ['Đơn vị', 'Tiêu chí', 'Tự đánh giá', 'Thẩm định', 'Mô phỏng'], rows };
}

type Row = readonly (string | null)[];

function appraisedRow(unit: Unit, leaf: Criterion, units: Leanings, seed: string): Row {
  const random = randomStream(seed, 'points', unit.id, leaf.code);
  const step = leaf.step ?? quarter;
  const steps = floorExact(leaf.max.div(step));
  const level = Math.min(1, units.unit(unit.id) + (random() - 0.35) * 0.35);
  const appraised = Math.round(level * steps);
  const self = Math.min(steps, appraised + Math.floor(random() * 2.2));
  const text = (count: number): string => pointsText(step.mul(count));
  return [unit.name, leaf.code, text(self), text(appraised), seed];
}

function figureRows(unit: Unit, index: Index, units: Leanings, seed: string): readonly Row[] {
  return simulatedFigures(index, unit, units.unit(unit.id), seed).map(({ figure, value }) => {
    const yesNo = value.equals(0) ? 'không' : 'có';
    const text = figure.kind === 'yes-no' ? yesNo : figureText(value);
    return [unit.name, figure.id, null, text, seed];
  });
}

/** From a quarter point up to the most. */
function besideRows(unit: Unit, index: Index, seed: string): readonly Row[] {
  return (['bonus', 'penalty'] as const).flatMap((kind): readonly Row[] => {
    const most = index[kind];
    const random = randomStream(seed, kind, unit.id);
    const steps = most === null ? 0 : floorExact(most.div(quarter));
    if (steps === 0 || random() * 100 >= given[kind]) return [];
    const points = quarter.mul(1 + Math.floor(random() * steps));
    const name = kind === 'bonus' ? 'Điểm thưởng' : 'Điểm trừ';
    return [[unit.name, name, null, pointsText(points), seed]];
  });
}

function figureText(value: Exact): string {
  return value.d === 1n ? exactText(value) : pointsText(value);
}

/** At least two decimals; never exactly three after the mark, which could also be thousands. */
function pointsText(value: Exact): string {
  const [whole = '', decimals = ''] = exactText(value).split('.');
  const padded = decimals.padEnd(2, '0');
  return `${whole}.${padded.length === 3 ? `${padded}0` : padded}`;
}
