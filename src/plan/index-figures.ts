/** Which figures the index works with. */
import { type Expression, namesIn } from '../stats/expression.ts';
import { leafCriteria } from './criteria.ts';
import type { Criterion, LeafSource } from './criterion.ts';
import type { ClassBand, Index } from './index-rules.ts';
import type { UnitId } from './plan.ts';

/** Figures of units (given in points/, or in the plan) that criteria and classes name, each once. */
export function figuresOfIndex(index: Index): readonly string[] {
  const named = [...index.criteria.flatMap(figuresOfCriterion), ...figuresOfClasses(index)];
  return [...new Set(named)];
}

/** Those that further conditions of classes name. */
export function figuresOfClasses({ classes, classesByBlock }: Index): readonly string[] {
  const bands: readonly ClassBand[] = [classes, ...Object.values(classesByBlock)].flat();
  return bands.flatMap(({ onlyIf }) => figuresIn(onlyIf));
}

export function figuresOfCriterion({ source, children }: Criterion): readonly string[] {
  const own = source === null ? [] : figuresOfSource(source);
  return [...own, ...children.flatMap(figuresOfCriterion)];
}

function figuresOfSource(source: LeafSource): readonly string[] {
  if (source.kind === 'figure') return [source.figure];
  if (source.kind === 'formula') return figuresIn([source.expression]);
  return source.kind === 'conditions' ? figuresIn(source.conditions) : [];
}

function figuresIn(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap((expression) => namesIn(expression).figures);
}

/** Units that need no such figure: no criterion that uses it applies to them, and no class asks for it. */
export function unitsWithout(figure: string, index: Index): ReadonlySet<UnitId> {
  if (figuresOfClasses(index).includes(figure)) return new Set();
  const [first, ...others] = leafCriteria(index.criteria).filter((leaf) =>
    figuresOfCriterion(leaf).includes(figure),
  );
  const outside = (first?.notFor ?? []).filter((unit) => {
    return others.every(({ notFor }) => notFor.includes(unit));
  });
  return new Set(outside);
}
