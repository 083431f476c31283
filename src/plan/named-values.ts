/**
 * What names stand for once a unit is scored: figures, the maximum of a criterion, parts of its score in formulas and conditions, and
 * what tie-breakers look at. For scoring, and for the trace that tells it.
 */
import { type Exact, parseExact, percentOf } from '../stats/exact.ts';
import type { Values } from '../stats/expression.ts';
import type { TieBreaker } from './index-rules.ts';
import type { Plan, UnitId } from './plan.ts';

/** Points out of a maximum; null: missing. */
interface ResultPart {
  readonly points: Exact | null;
  readonly max: Exact;
}

interface CriterionResult extends ResultPart {
  readonly code: string;
  readonly applies: boolean;
  readonly children: readonly CriterionResult[];
}

/** What has to be known of the score of a unit. */
interface Result {
  readonly criteria: readonly CriterionResult[];
  readonly total: ResultPart;
  readonly percent: Exact | null;
  readonly survey: ResultPart;
  readonly appraised: ResultPart;
  readonly bonus: Exact | null;
  readonly penalty: Exact | null;
}

/** As the tables of points give them. */
interface GivenFigures {
  readonly figures: readonly {
    readonly unit: UnitId;
    readonly figure: string;
    readonly value: Exact;
  }[];
}

/** A figure of one unit by name; null: not known. A yes-no figure is 1 or 0. */
export type Figures = (name: string) => Exact | null;

/** Figures given in points/, and those that the units have in the plan (their own, else the survey's as a whole). */
export function figuresByUnit(plan: Plan, { figures }: GivenFigures): ReadonlyMap<UnitId, Figures> {
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
export function scoreValues(score: Result, figures: Figures): Values {
  const partOf = (of: string): ResultPart | null => {
    const criterion = criterionOf(score.criteria, of);
    if (criterion !== null) return criterion.applies ? criterion : null;
    return of === 'survey' || of === 'appraised' ? score[of] : null;
  };
  return {
    // A unit has no maximum of a criterion.
    figure: (name) => (name === 'max' ? null : figures(name)),
    part: (what, of) => {
      if (of === 'total') return what === 'percent' ? score.percent : score.total.points;
      if (of === 'bonus' || of === 'penalty') return what === 'points' ? score[of] : null;
      const part = partOf(of);
      return what === 'points' ? (part?.points ?? null) : percentOfPart(part);
    },
  };
}

/** The larger is better; of parts and criteria in percent of the unit's own maximum. Null: missing, or it does not apply. */
export function tieValue(breaker: TieBreaker, score: Result): Exact | null {
  switch (breaker.kind) {
    case 'points':
      return score.total.points;
    case 'percent':
      return score.percent;
    case 'survey':
    case 'appraised':
      return percentOfPart(score[breaker.kind]);
    case 'criterion':
      return percentOfPart(criterionOf(score.criteria, breaker.code));
  }
}

function percentOfPart(part: ResultPart | null): Exact | null {
  return part?.points == null ? null : percentOf(part.points, part.max);
}

function criterionOf(criteria: readonly CriterionResult[], code: string): CriterionResult | null {
  for (const criterion of criteria) {
    const found = criterion.code === code ? criterion : criterionOf(criterion.children, code);
    if (found !== null) return found;
  }
  return null;
}
