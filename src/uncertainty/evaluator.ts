/**
 * The index as a fast function of its survey leaves: percents in, totals out, in binary numbers. What intervals, rank bootstrap,
 * sensitivity and power are worked out with; at the estimate it equals the exact scores to about twelve digits.
 */
import type { Combine, Index } from '../plan/plan.ts';
import { combineAll, hair, type Part, type Term, type Whole } from './evaluator-combine.ts';
import type { CriterionData, IndexData, NormaliseData } from './evaluator-data.ts';
import { normaliseAll } from './evaluator-normalise.ts';

export { type CriterionData, type IndexData, indexData, normaliseData } from './evaluator-data.ts';

/** What is done otherwise than the plan says. By code of a criterion; `''` is the whole index. */
export interface Changes {
  /**
   * How much more a criterion counts: times its weight in a mean, times its points and maximum in a sum, where those of its parent
   * are then scaled so that the maxima still add up. 1 where nothing stands.
   */
  readonly weights: ReadonlyMap<string, number>;
  readonly combine: ReadonlyMap<string, Combine>;
  /** Of criteria that are normalised. */
  readonly normalise: ReadonlyMap<string, NormaliseData>;
  readonly notApplicable: Index['notApplicable'] | null;
  readonly missing: Index['missing'] | null;
}

export const noChanges: Changes = {
  weights: new Map(),
  combine: new Map(),
  normalise: new Map(),
  notApplicable: null,
  missing: null,
};

/**
 * How totals follow from the percents. `linear`: along a straight line. `smooth`: along a curve, unit by unit. `other`: with steps,
 * limits, or against the percents of other units.
 */
export type Shape = 'linear' | 'smooth' | 'other';

export interface Totals {
  /** By unit, with bonus and penalty; NaN: missing. */
  readonly points: Float64Array;
  readonly percent: Float64Array;
  /** That of the two which the plan ranks on. */
  readonly results: Float64Array;
}

export interface Evaluator {
  readonly shape: Shape;
  /** `percents`: unit × leaf, as `IndexData.percents`. What is handed back is overwritten by the next call. */
  readonly evaluate: (percents: Float64Array) => Totals;
  /** Points and maxima of a criterion by unit, of the last call; null: there is no such criterion. */
  readonly criterion: (code: string) => Part | null;
}

export function evaluator(data: IndexData, changes: Changes = noChanges): Evaluator {
  const nodes = new Map<string, Node>();
  const root = nodeOf(data.root, data, changes, nodes);
  const points = new Float64Array(data.units);
  const percent = new Float64Array(data.units);
  const totals = { points, percent, results: data.on === 'points' ? points : percent };
  const evaluate = (percents: Float64Array): Totals => {
    root.run(percents);
    const { given, highest } = data;
    for (let unit = 0; unit < data.units; unit++) {
      const max = root.part.maxima[unit] as number;
      const sum = (root.part.points[unit] as number) + (given[unit] as number);
      const total = highest === null ? sum : Math.min(sum, (max * highest) / 100);
      points[unit] = total;
      percent[unit] = max === 0 ? Number.NaN : (total / max) * 100;
    }
    return totals;
  };
  const shape = data.highest === null || !root.varies ? root.shape : 'other';
  return { shape, evaluate, criterion: (code) => nodes.get(code)?.part ?? null };
}

interface Node {
  readonly part: Part;
  readonly shape: Shape;
  /** Any survey leaf in it; what has none is worked out once. */
  readonly varies: boolean;
  readonly run: (percents: Float64Array) => void;
}

function nodeOf(
  criterion: CriterionData,
  data: IndexData,
  changes: Changes,
  nodes: Map<string, Node>,
): Node {
  const node =
    criterion.children.length === 0
      ? leafNode(criterion, data, changes)
      : parentNode(criterion, data, changes, nodes);
  nodes.set(criterion.code, node);
  if (!node.varies) node.run(data.percents);
  return node;
}

function emptyPart({ applies }: CriterionData, units: number): Part {
  return { points: new Float64Array(units), maxima: new Float64Array(units), applies };
}

/** Where it applies, the maximum that normalising, or nothing, leaves it. */
function fillMaxima({ applies, maxima }: Part, top: number): void {
  for (let unit = 0; unit < maxima.length; unit++) maxima[unit] = applies[unit] === 0 ? 0 : top;
}

function leafNode(criterion: CriterionData, data: IndexData, changes: Changes): Node {
  const { leaf, fixed, bands, top } = criterion;
  const rule = ruleOf(criterion, changes);
  const part = emptyPart(criterion, data.units);
  const { points } = part;
  const leaves = data.leaves.length;
  fillMaxima(part, top);
  const run = (percents: Float64Array): void => {
    if (fixed !== null) points.set(fixed);
    for (let unit = 0; leaf >= 0 && unit < points.length; unit++) {
      const value = percents[unit * leaves + leaf] as number;
      points[unit] =
        rule !== null ? value : bands.length > 0 ? stepped(value, bands) : (value / 100) * top;
    }
    if (rule !== null) normaliseAll(rule, top, data, points);
  };
  const own = bands.length > 0 ? 'other' : shapeOfRule(rule);
  return { part, shape: leaf < 0 ? 'linear' : own, varies: leaf >= 0, run };
}

function stepped(value: number, bands: CriterionData['bands']): number {
  for (const { from, points } of bands) if (value >= from - hair) return points;
  return Number.NaN;
}

function ruleOf({ code, normalise }: CriterionData, changes: Changes): NormaliseData | null {
  return normalise === null ? null : (changes.normalise.get(code) ?? normalise);
}

function parentNode(
  criterion: CriterionData,
  data: IndexData,
  changes: Changes,
  nodes: Map<string, Node>,
): Node {
  const children = criterion.children.map((child) => nodeOf(child, data, changes, nodes));
  const part = emptyPart(criterion, data.units);
  const rule = ruleOf(criterion, changes);
  const whole: Whole = {
    combine: changes.combine.get(criterion.code) ?? criterion.combine,
    max: criterion.max,
    terms: termsOf(criterion, children, changes),
    keep: (changes.notApplicable ?? data.notApplicable) === 'keep',
    drop: (changes.missing ?? data.missing) === 'drop',
  };
  const varying = children.filter(({ varies }) => varies);
  const { points, maxima } = part;
  const run = (percents: Float64Array): void => {
    for (const child of varying) child.run(percents);
    combineAll(whole, part);
    if (rule === null) return;
    for (let unit = 0; unit < points.length; unit++) {
      points[unit] = ((points[unit] as number) / (maxima[unit] as number)) * 100;
    }
    normaliseAll(rule, criterion.top, data, points);
    fillMaxima(part, criterion.top);
  };
  const shapes = [
    ...varying.map(({ shape }) => shape),
    shapeOfCombine(whole.combine),
    shapeOfRule(rule),
  ];
  const varies = varying.length > 0;
  return { part, shape: varies ? worstOf(shapes) : 'linear', varies, run };
}

function termsOf(
  { children: criteria }: CriterionData,
  children: readonly Node[],
  { weights }: Changes,
): readonly Term[] {
  const factors = criteria.map(({ code }) => weights.get(code) ?? 1);
  const before = criteria.reduce((sum, { top }) => sum + top, 0);
  const after = criteria.reduce((sum, { top }, at) => sum + top * (factors[at] ?? 1), 0);
  return children.map(({ part }, at): Term => {
    const factor = factors[at] ?? 1;
    const weight = (criteria[at]?.weight ?? 1) * factor;
    return { ...part, weight, factor: after === 0 ? factor : (factor * before) / after };
  });
}

function shapeOfCombine(combine: Combine): Shape {
  if (combine === 'sum' || combine === 'mean') return 'linear';
  return combine === 'geometric' || combine === 'harmonic' ? 'smooth' : 'other';
}

function shapeOfRule(rule: NormaliseData | null): Shape {
  return rule === null ? 'linear' : 'other';
}

function worstOf(shapes: readonly Shape[]): Shape {
  if (shapes.includes('other')) return 'other';
  return shapes.includes('smooth') ? 'smooth' : 'linear';
}
