/** How much percents of fields and units move with those of the survey leaves. */
import type { Index, Plan } from '../plan/plan.ts';
import type { Scores } from '../scores/score.ts';
import { approximate } from '../stats/exact.ts';
import { type ErrorSums, errorSums } from './error-sums.ts';
import { type CriterionData, evaluator, type IndexData, indexData } from './evaluator.ts';
import type { Part } from './evaluator-combine.ts';
import type { Influences } from './influence.ts';
import { isBounded, leavesBelow, type Reach, reachOf } from './reach.ts';
import type { Replicate } from './replicates.ts';
import { slopes } from './slopes.ts';

/** How the percents of a field, or of the whole index, follow from the survey leaves. */
export interface Scope {
  /** Unit × leaf; null: no slope would tell how they vary. */
  readonly slopes: Float64Array | null;
  /** Along a straight line: an interval of one leaf alone is one of the percent as well. */
  readonly isLinear: boolean;
  /** By survey leaf: 1 where it is in it. */
  readonly leaves: Uint8Array;
  /** Null: no other unit's answers matter. */
  readonly reach: Reach | null;
  readonly isBounded: boolean;
  /** By unit, from the bootstrap, where there are no slopes; NaN: it has none. Null: there was no bootstrap. */
  readonly errors: Float64Array | null;
}

export interface Spread {
  readonly whole: Scope;
  /** In the order of the plan; null: nothing in it is surveyed. */
  readonly fields: readonly (Scope | null)[];
}

/** A spread whose errors come out of replicates. */
export interface OpenSpread {
  /** Any slopes are missing. */
  readonly needsReplicates: boolean;
  readonly add: (replicate: Replicate) => void;
  readonly close: () => Spread;
}

type Slopes = Omit<Scope, 'errors'>;

/** Where replicates tell what no slope does. */
interface Bootstrapped {
  readonly add: (replicate: Replicate) => void;
  readonly errors: () => Float64Array | null;
}

const nothing: Bootstrapped = { add: () => undefined, errors: () => null };

export function openSpread(
  plan: Plan,
  index: Index,
  scores: Scores,
  { leaves }: Influences,
): OpenSpread {
  const data = indexData(plan, index, scores);
  const whole = scopeOf(data, data.root, leaves.length > 0);
  const fields = data.root.children.map((field) => {
    return leavesBelow(field).length === 0 ? null : scopeOf(alone(data, field), field, true);
  });
  const ofWhole = whole.slopes === null ? unitErrors(index, scores) : nothing;
  const ofFields = fieldErrors(data, fields);
  return {
    needsReplicates:
      leaves.length > 0 && [whole, ...fields].some((scope) => scope?.slopes === null),
    add: (replicate) => {
      ofWhole.add(replicate);
      for (const one of ofFields) one.add(replicate);
    },
    close: () => ({
      whole: { ...whole, errors: ofWhole.errors() },
      fields: fields.map((scope, at) => {
        return scope === null ? null : { ...scope, errors: ofFields[at]?.errors() ?? null };
      }),
    }),
  };
}

function scopeOf(data: IndexData, criterion: CriterionData, isSurveyed: boolean): Slopes {
  const evaluate = evaluator(data);
  const leaves = new Uint8Array(data.leaves.length);
  for (const leaf of leavesBelow(criterion)) leaves[leaf] = 1;
  return {
    slopes: isSurveyed ? slopes(data, evaluate, ({ percent }) => percent) : null,
    isLinear: evaluate.shape === 'linear',
    leaves,
    reach: reachOf(data, criterion),
    isBounded: isBounded(criterion),
  };
}

/** One field as if it were the whole index. */
function alone(data: IndexData, field: CriterionData): IndexData {
  return { ...data, root: field, given: new Float64Array(data.units), highest: null };
}

function unitErrors({ rank }: Index, { units }: Scores): Bootstrapped {
  const sums = errorSums(units.length);
  const maxima = units.map(({ total }) => total.max.valueOf());
  const toPercent = (error: number, unit: number): number =>
    rank.on === 'percent' ? error : (error * 100) / (maxima[unit] ?? 0);
  return {
    add: ({ results, estimates }) => {
      sums.add((unit) => (results[unit] as number) - (estimates[unit] as number));
    },
    errors: closing(sums, toPercent),
  };
}

/** A replicate that moves no criterion has none to show, and every field has its slopes then. */
function fieldErrors(data: IndexData, fields: readonly (Slopes | null)[]): readonly Bootstrapped[] {
  const evaluate = evaluator(data);
  if (fields.some((scope) => scope?.slopes === null)) evaluate.evaluate(data.percents);
  return data.root.children.map(({ code }, at) => {
    const part = evaluate.criterion(code);
    if (fields[at]?.slopes !== null || part === null) return nothing;
    const still = Float64Array.from(part.points, (_, unit) => percentIn(part, unit));
    const sums = errorSums(data.units);
    return {
      add: ({ criterion }) => {
        const now = criterion(code);
        if (now !== null) sums.add((unit) => percentIn(now, unit) - (still[unit] as number));
      },
      errors: closing(sums, (error) => error),
    };
  });
}

function percentIn({ points, maxima }: Part, unit: number): number {
  return ((points[unit] as number) / (maxima[unit] as number)) * 100;
}

/** Null: no replicate has come. */
function closing(
  sums: ErrorSums,
  each: (error: number, unit: number) => number,
): () => Float64Array | null {
  return () => {
    const errors = sums.errors();
    return errors.every(Number.isNaN) ? null : errors.map(each);
  };
}

/** Percent of a field as published; null: it has no points, or no maximum. */
export function percentOf({
  points,
  max,
}: Scores['units'][number]['criteria'][number]): number | null {
  const all = max.valueOf();
  return points === null || all === 0 ? null : (approximate(points) / all) * 100;
}
