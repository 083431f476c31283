/** The true levels of the units: drawn as `survey simulate` draws them, or those of earlier results. */
import type { Plan, UnitId } from '../plan/plan.ts';
import { type Leanings, leanings } from '../simulate/respondent.ts';
import type { Exact } from '../stats/exact.ts';
import type { DrawnQuestion, PowerDesign } from './design.ts';
import { leafPercents } from './design.ts';
import { expectedCounts, expectedShares, type Levels } from './respondents.ts';

/** Earlier results of a unit, in percent. */
export interface TrueUnit {
  readonly percent: number | null;
  /** By code of a survey leaf. */
  readonly leaves: ReadonlyMap<string, number>;
  /** By code of a leaf that an appraisal decides. */
  readonly appraised: ReadonlyMap<string, Exact>;
}

export type Truth = ReadonlyMap<UnitId, TrueUnit>;

/** What `simulate` draws: from 0.62 to 0.92. */
const middle = 0.77;
export const usualSpread = 30;

/** As `simulate` has them, with `spread` points (of 100) between the best and the worst there can be. */
export function spreadLeanings(plan: Plan, seed: string, spread: number): Leanings {
  const { unit, level } = leanings(plan, seed);
  const own = (id: UnitId): number => middle + (unit(id) - middle) * (spread / usualSpread);
  return { unit: own, level: (id, question) => level(id, question) - unit(id) + own(id) };
}

export function levelsOf(
  plan: Plan,
  questions: readonly DrawnQuestion[],
  { level }: Leanings,
): Levels {
  return Float64Array.from(
    plan.units.flatMap(({ id }) => questions.map((question) => level(id, question.id))),
  );
}

const widest = { from: -0.6, to: 1.6 } as const;
const halvings = 30;

/**
 * Levels at which the leaves of the units come to their earlier percents, by halving; one question belongs to the first leaf that
 * asks it. A unit without the leaf takes its whole percent; one that the earlier results do not know keeps its simulated level.
 */
export function levelsFrom(
  plan: Plan,
  design: PowerDesign,
  simulated: Levels,
  truth: Truth,
  noise: number,
): Levels {
  const levels = simulated.slice();
  const many = design.questions.length;
  const low = new Float64Array(levels.length).fill(widest.from);
  const high = new Float64Array(levels.length).fill(widest.to);
  const aims = aimsOf(plan, design, truth);
  const counts = new Float64Array(design.width);
  const percents = new Float64Array(plan.units.length * design.leaves.length);
  for (let halving = 0; halving < halvings; halving++) {
    for (const { unit, questions } of aims) {
      for (const question of questions) {
        const at = unit * many + question;
        levels[at] = ((low[at] as number) + (high[at] as number)) / 2;
      }
    }
    expectedCounts(design, expectedShares(design.questions, levels, noise), counts);
    leafPercents(design, counts, percents, true);
    for (const { unit, leaf, percent, questions } of aims) {
      const isBelow = (percents[unit * design.leaves.length + leaf] as number) < percent;
      for (const question of questions) {
        const at = unit * many + question;
        (isBelow ? low : high)[at] = levels[at] as number;
      }
    }
  }
  return levels;
}

interface Aim {
  readonly unit: number;
  readonly leaf: number;
  readonly percent: number;
  readonly questions: readonly number[];
}

function aimsOf(plan: Plan, design: PowerDesign, truth: Truth): readonly Aim[] {
  const taken = new Set<number>();
  const byCell = questionByCell(design);
  return design.terms.flatMap(({ unit, leaf, parts }): readonly Aim[] => {
    const earlier = truth.get(plan.units[unit]?.id ?? '');
    const percent = earlier?.leaves.get(design.leaves[leaf] ?? '') ?? earlier?.percent ?? null;
    if (percent === null) return [];
    const cells = parts.flatMap(({ questions }) => questions.flatMap((one) => one.cells));
    const asked = new Set(cells.flatMap((cell) => byCell.get(cell) ?? []));
    const key = (question: number): number => unit * design.questions.length + question;
    const questions = [...asked].filter((question) => !taken.has(key(question)));
    for (const question of questions) taken.add(key(question));
    return questions.length === 0 ? [] : [{ unit, leaf, percent, questions }];
  });
}

function questionByCell({ rows }: PowerDesign): ReadonlyMap<number, number> {
  return new Map(
    rows.flatMap(({ answers }) => answers.map(({ cell, question }) => [cell, question] as const)),
  );
}
