/**
 * What a bootstrap replicate adds to the estimates. Whole sheets are drawn with replacement within their stratum, as many as came
 * back, so that one respondent's answers, and the units of one grid, move together. Their influences are centred and stretched by
 * √((1 − f) n ÷ (n − 1)): the variance is then the one that `influence.ts` states, finite population and small strata included
 * (Rao and Wu 1988, JASA 83, 231–241, with n draws). A complete census does not move. Of a draw of places whole places are drawn
 * like this, and to that what was drawn within each of them, by √f, so that every stage has its part.
 *
 * A stratum of one sheet is set against the mean of its part, which is 0. What paper tallies feed moves by one normal number for each
 * group and unit, all its leaves alike: the bound of their errors.
 */
import type { GroupId, UnitId } from '../plan/plan.ts';
import { randomStream } from '../stats/random.ts';
import {
  addDraws,
  addRowDraws,
  type DrawState,
  drawNormal,
  drawState,
  type SparseRows,
} from '../stats/resample.ts';
import { collector, inOrder, type Target } from './drawn-things.ts';
import type { Draw, Influences } from './influence.ts';

/** Names for the streams: with them, no draw depends on which other groups, rows or units there are. */
export interface Named {
  readonly seed: string;
  readonly groups: readonly GroupId[];
  readonly units: readonly UnitId[];
}

/** Fills replicate after replicate, `width` numbers each, in the order of the seed however many are asked for at a time. */
export type Deviations = (sums: Float64Array, replicates: number) => void;

export function deviations(influences: Influences, target: Target, named: Named): Deviations {
  const drawings = drawingsOf(influences, target, named);
  const bounds = boundsOf(influences, target, named);
  return (sums, replicates) => {
    sums.fill(0, 0, replicates * target.width);
    for (const drawing of drawings) draw(drawing, sums, target.width, replicates);
    for (const bound of bounds) drawBound(bound, sums, target.width, replicates);
  };
}

function drawingsOf(influences: Influences, target: Target, named: Named): readonly Drawing[] {
  const collect = collector(target);
  const copies = new Map<string, number>();
  return influences.strata.flatMap((stratum): readonly Drawing[] => {
    const group = named.groups[stratum.group] ?? '';
    const key = JSON.stringify([group, stratum.row]);
    const copy = (copies.get(key) ?? 0) + 1;
    copies.set(key, copy);
    const stage = (draw: Omit<Draw, 'name'>, open: number, path: readonly string[]): Drawing[] => {
      const { fraction, clusters } = draw;
      const rows = collect(stratum, draw);
      // Places come in the order of their ids; sums of many sheets might be equal but for rounding.
      const things = clusters === null ? inOrder(rows, target.rank) : rows;
      const name = ['sheets', group, stratum.row, String(copy), ...path];
      const own = drawingOf(things, open * (1 - fraction), () =>
        drawState(randomStream(named.seed, ...name)),
      );
      if (clusters === null || open * fraction === 0) return own;
      const within = clusters.flatMap(({ place, draws }) =>
        draws.flatMap((one) => stage(one, open * fraction, [...path, place, one.name])),
      );
      return [...own, ...within];
    };
    const sheets = Int32Array.from({ length: stratum.sheets }, (_, sheet) => sheet);
    return stage({ ...stratum, sheets }, 1, []);
  });
}

/** One stratum ready to be drawn: its things move one number, or several. */
type Drawing =
  | {
      readonly kind: 'one';
      readonly state: DrawState;
      readonly target: number;
      /** Centred. */
      readonly values: Float64Array;
    }
  | {
      readonly kind: 'several';
      readonly state: DrawState;
      readonly rows: SparseRows;
      /** Σ of the values by target: what n draws give on average. */
      readonly targets: Int32Array;
      readonly totals: Float64Array;
    };

/** `things` are scaled where they stand. */
function drawingOf(things: SparseRows, open: number, state: () => DrawState): Drawing[] {
  const count = things.start.length - 1;
  if (open <= 0 || things.value.length === 0) return [];
  const stretch = Math.sqrt(count === 1 ? open / 2 : (open * count) / (count - 1));
  for (let at = 0; at < things.value.length; at++) {
    things.value[at] = (things.value[at] as number) * stretch;
  }
  return [ready(count === 1 ? bothWays(things) : things, state())];
}

/** One thing alone: two draws among + and −, each of half the variance. */
function bothWays({ target, value }: SparseRows): SparseRows {
  const entries = value.length;
  const rows = {
    start: Int32Array.of(0, entries, 2 * entries),
    target: new Int32Array(2 * entries),
    value: new Float64Array(2 * entries),
  };
  rows.target.set(target);
  rows.target.set(target, entries);
  rows.value.set(value);
  rows.value.set(
    value.map((one) => -one),
    entries,
  );
  return rows;
}

function ready(rows: SparseRows, state: DrawState): Drawing {
  const { start, target, value } = rows;
  const sums = new Map<number, number>();
  for (let entry = 0; entry < value.length; entry++) {
    const to = target[entry] as number;
    sums.set(to, (sums.get(to) ?? 0) + (value[entry] as number));
  }
  const targets = Int32Array.from(sums.keys());
  const totals = Float64Array.from(sums.values());
  const [only] = targets;
  if (targets.length > 1 || only === undefined) {
    return { kind: 'several', state, rows, targets, totals };
  }
  const count = start.length - 1;
  const mean = (totals[0] ?? 0) / count;
  const values = new Float64Array(count);
  for (let thing = 0; thing < count; thing++) {
    const first = start[thing] as number;
    const moves = first < (start[thing + 1] as number);
    values[thing] = (moves ? (value[first] as number) : 0) - mean;
  }
  return { kind: 'one', state, target: only, values };
}

function draw(drawing: Drawing, sums: Float64Array, width: number, replicates: number): void {
  if (drawing.kind === 'one') {
    const slots = { sums, offset: drawing.target, stride: width, replicates };
    addDraws(drawing.state, drawing.values, slots);
    return;
  }
  const { targets, totals } = drawing;
  addRowDraws(drawing.state, drawing.rows, { sums, offset: 0, stride: width, replicates });
  for (let base = 0; base < replicates * width; base += width) {
    for (let at = 0; at < targets.length; at++) {
      const slot = base + (targets[at] as number);
      sums[slot] = (sums[slot] as number) - (totals[at] as number);
    }
  }
}

/** Of one group and unit: by how much one normal number moves each target. */
interface Bound {
  readonly state: DrawState;
  readonly targets: Int32Array;
  readonly errors: Float64Array;
}

function boundsOf({ tallied }: Influences, target: Target, named: Named): readonly Bound[] {
  const sources = new Map<string, Map<number, number>>();
  for (const { group, unit, leaf, error } of tallied) {
    const by = error * Math.abs(target.weight(unit, leaf));
    if (by === 0) continue;
    const key = JSON.stringify([named.groups[group] ?? '', named.units[unit] ?? '']);
    const errors = sources.get(key) ?? new Map<number, number>();
    sources.set(key, errors);
    const at = target.at(unit, leaf);
    errors.set(at, (errors.get(at) ?? 0) + by);
  }
  return [...sources].map(([key, errors]): Bound => {
    return {
      state: drawState(randomStream(named.seed, 'tallies', key)),
      targets: Int32Array.from(errors.keys()),
      errors: Float64Array.from(errors.values()),
    };
  });
}

function drawBound(bound: Bound, sums: Float64Array, width: number, replicates: number): void {
  const { state, targets, errors } = bound;
  for (let base = 0; base < replicates * width; base += width) {
    const by = drawNormal(state);
    for (let at = 0; at < targets.length; at++) {
      const slot = base + (targets[at] as number);
      sums[slot] = (sums[slot] as number) + by * (errors[at] as number);
    }
  }
}
