/** What the names in formulas and conditions stand for: figures of the unit, the criterion's maximum, parts of its score. */
import type { Plan, UnitId } from '../plan/plan.ts';
import type { Points } from '../points.ts';
import { type Exact, parseExact, percentOf } from '../stats/exact.ts';
import type { Values } from '../stats/expression.ts';
import type { CriterionScore, Part, UnitScore } from './score.ts';

/** A figure of one unit by name; null: not known. A yes-no figure is 1 or 0. */
export type Figures = (name: string) => Exact | null;

/** Figures given in points/, and those that the units have in the plan (their own, else the survey's as a whole). */
export function figuresByUnit(plan: Plan, { figures }: Points): ReadonlyMap<UnitId, Figures> {
  const declared = new Set(plan.index?.figures.map(({ id }) => id));
  const given = new Map(figures.map(({ unit, figure, value }) => [`${unit}\n${figure}`, value]));
  return new Map(
    plan.units.map(({ id, attributes }) => {
      const ofUnit: Figures = (name) => {
        if (declared.has(name)) return given.get(`${id}\n${name}`) ?? null;
        if (Object.hasOwn(attributes, name)) return ofPlan(attributes[name]);
        return Object.hasOwn(plan.figures, name) ? ofPlan(plan.figures[name]?.value) : null;
      };
      return [id, ofUnit] as const;
    }),
  );
}

/** Figures of the plan have at most six decimals, which their shortest text holds. */
function ofPlan(value: number | null | undefined): Exact | null {
  return value === null || value === undefined ? null : parseExact(String(value));
}

/** For the formula or a condition of one criterion with this maximum. */
export function leafValues(figures: Figures, max: Exact): Values {
  return { figure: (name) => (name === 'max' ? max : figures(name)), part: () => null };
}

/** For a condition on a whole unit: figures, and points and percents of its criteria (by code) and of `total`, `survey`, `appraised`, `bonus`, `penalty`. */
export function scoreValues(score: UnitScore, figures: Figures): Values {
  const criteria = new Map(flatten(score.criteria).map((one) => [one.code, one]));
  const partOf = (of: string): Part | null => {
    const criterion = criteria.get(of);
    if (criterion !== undefined) return criterion.applies ? criterion : null;
    return of === 'survey' || of === 'appraised' ? score[of] : null;
  };
  return {
    // A unit has no maximum of a criterion.
    figure: (name) => (name === 'max' ? null : figures(name)),
    part: (what, of) => {
      if (of === 'total') return what === 'percent' ? score.percent : score.total.points;
      if (of === 'bonus' || of === 'penalty') return what === 'points' ? score[of] : null;
      const part = partOf(of);
      if (part === null || part.points === null) return null;
      return what === 'points' ? part.points : percentOf(part.points, part.max);
    },
  };
}

function flatten(criteria: readonly CriterionScore[]): readonly CriterionScore[] {
  return criteria.flatMap((one) => [one, ...flatten(one.children)]);
}
