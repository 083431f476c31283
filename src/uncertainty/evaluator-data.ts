/** The index and its scores as binary numbers in columns, one entry for each unit: read once, evaluated thousands of times. */
import type { Combine, Criterion, Index, Normalise, Plan } from '../plan/plan.ts';
import type { CriterionScore, Scores, UnitScore } from '../scores/score.ts';
import { approximate, type Exact } from '../stats/exact.ts';

export interface IndexData {
  readonly units: number;
  /** 1 where the unit is ranked: those take part where values are set against each other. */
  readonly ranked: Uint8Array;
  /** List within which values may be set against each other: the number of the unit's block. */
  readonly block: Int32Array;
  readonly on: Index['rank']['on'];
  readonly notApplicable: Index['notApplicable'];
  readonly missing: Index['missing'];
  /** Percent; null: no limit. */
  readonly highest: number | null;
  /** Bonus less penalty. */
  readonly given: Float64Array;
  /** The whole index: a criterion without a code. */
  readonly root: CriterionData;
  /** Codes of the survey leaves, in the order of the plan. */
  readonly leaves: readonly string[];
  /** Of each unit its survey leaves, in percent; NaN: missing, or it does not apply. */
  readonly percents: Float64Array;
}

export interface CriterionData {
  readonly code: string;
  readonly combine: Combine;
  /** What its children are combined to; of a leaf, what a survey's 100 % are. */
  readonly max: number;
  /** What normalising gives at most; else the same. */
  readonly top: number;
  readonly weight: number;
  readonly children: readonly CriterionData[];
  readonly normalise: NormaliseData | null;
  /** Highest first. */
  readonly bands: readonly { readonly from: number; readonly points: number }[];
  readonly applies: Uint8Array;
  /** Index into `IndexData.leaves`; -1: no survey leaf. */
  readonly leaf: number;
  /** Of a leaf that no survey decides: its points, or the value that is normalised; NaN: missing. */
  readonly fixed: Float64Array | null;
}

/** As `Normalise`, in binary numbers. */
export interface NormaliseData {
  readonly method: Normalise['method'];
  readonly low: number;
  readonly high: number;
  readonly goals: { readonly worst: number; readonly best: number } | null;
  readonly reversed: boolean;
  readonly within: Normalise['within'];
}

/** `scores` are those of this plan, in the order of its units. */
export function indexData(plan: Plan, index: Index, scores: Scores): IndexData {
  const { units } = scores;
  const blocks = new Map(plan.blocks.map(({ id }, at) => [id, at]));
  const leaves: string[] = [];
  const columns: Float64Array[] = [];
  const read: Reading = { leaves, columns };
  const children = index.criteria.map((criterion, at) =>
    criterionData(
      criterion,
      units.map((unit) => unit.criteria[at]),
      read,
    ),
  );
  return {
    units: units.length,
    ranked: Uint8Array.from(units, ({ ranked }) => Number(ranked)),
    block: Int32Array.from(units, ({ block }) => blocks.get(block) ?? -1),
    on: index.rank.on,
    notApplicable: index.notApplicable,
    missing: index.missing,
    highest: index.highest?.valueOf() ?? null,
    given: Float64Array.from(units, ({ bonus, penalty }) => +(bonus ?? 0) - +(penalty ?? 0)),
    root: rootOf(index, children, units),
    leaves,
    percents: byUnit(columns, units.length),
  };
}

interface Reading {
  readonly leaves: string[];
  readonly columns: Float64Array[];
}

type Column = readonly (CriterionScore | undefined)[];

function criterionData(criterion: Criterion, scores: Column, read: Reading): CriterionData {
  const { code, combine, normalise, source } = criterion;
  const children = criterion.children.map((child, at) =>
    criterionData(
      child,
      scores.map((score) => score?.children[at]),
      read,
    ),
  );
  const top = +criterion.max;
  const isLeaf = children.length === 0;
  const surveyed = isLeaf && source?.kind === 'survey';
  const leaf = surveyed ? read.leaves.push(code) - 1 : -1;
  if (surveyed) read.columns.push(columnOf(scores, percentOfLeaf));
  // What is normalised of a criterion with children is its percent: it needs a maximum of its own.
  const own = combine === 'sum' ? children.reduce((sum, child) => sum + child.top, 0) : 100;
  return {
    code,
    combine,
    max: normalise === null || isLeaf ? top : own,
    top,
    weight: +criterion.weight,
    children,
    normalise: normalise === null ? null : normaliseData(normalise),
    bands: criterion.bands.map(({ from, points }) => ({ from: +from, points: +points })),
    applies: Uint8Array.from(scores, (score) => Number(score?.applies ?? false)),
    leaf,
    fixed:
      isLeaf && !surveyed
        ? columnOf(scores, ({ points, value }) => (normalise === null ? points : value))
        : null,
  };
}

export function normaliseData(rule: Normalise): NormaliseData {
  const { method, goals, reversed, within } = rule;
  return {
    method,
    low: +rule.low,
    high: +rule.high,
    goals: goals === null ? null : { worst: +goals.worst, best: +goals.best },
    reversed,
    within,
  };
}

function percentOfLeaf({ applies, leaf }: CriterionScore): Exact | null {
  return applies && leaf?.kind === 'survey' ? leaf.percent : null;
}

function columnOf(scores: Column, of: (score: CriterionScore) => Exact | null): Float64Array {
  return Float64Array.from(scores, (score) => {
    const value = score === undefined ? null : of(score);
    return value === null ? Number.NaN : approximate(value);
  });
}

function rootOf(
  { combine, max }: Index,
  children: readonly CriterionData[],
  units: readonly UnitScore[],
): CriterionData {
  return {
    code: '',
    combine,
    max: +max,
    top: +max,
    weight: 1,
    children,
    normalise: null,
    bands: [],
    applies: new Uint8Array(units.length).fill(1),
    leaf: -1,
    fixed: null,
  };
}

function byUnit(columns: readonly Float64Array[], units: number): Float64Array {
  const all = new Float64Array(units * columns.length);
  for (const [leaf, column] of columns.entries()) {
    for (const [unit, value] of column.entries()) all[unit * columns.length + leaf] = value;
  }
  return all;
}
