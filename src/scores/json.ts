/**
 * Scores as a plain value: `out/scores.json`, what later tools read to explain a figure and a later survey to compare with.
 * Each number stands twice: `exact` (`0.25` or `7/3`) and rounded by the plan's rule.
 */
import type { Index, Plan } from '../plan/plan.ts';
import { type Exact, exactText, percentOf, roundExact } from '../stats/exact.ts';
import { leafJson } from './leaf-json.ts';
import {
  type CriterionScore,
  type OverallScore,
  type Part,
  type Scores,
  statusOf,
  type UnitScore,
} from './score.ts';

/** A number as JSON has it; null stays null. */
export type Figure = (
  value: Exact | null,
) => { readonly exact: string; readonly rounded: string } | null;

/** What is written: the method first, so that a later survey can tell what it compares with. */
export function scoresJson(plan: Plan, index: Index, scores: Scores): object {
  const figure = figureIn(index.rounding);
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const hidden = new Set(scores.hidden.map((one) => cellKey(one.unit, one.group, one.question)));
  return {
    scheme: plan.scheme,
    ranked_within: index.rank.within,
    method: methodJson(index),
    ...(scores.overall === null ? {} : { overall: overallJson(scores.overall, figure) }),
    units: scores.units.map((score) => {
      const isHidden = (group: string, question: string): boolean =>
        hidden.has(cellKey(score.unit, group, question));
      return unitJson(score, names.get(score.unit) ?? score.unit, {
        figure,
        isHidden,
        hideBelow: index.hideBelow,
      });
    }),
  };
}

export interface JsonSetting {
  readonly figure: Figure;
  /** Answers of so few that they could tell what one person said, and those that would give them back. */
  readonly isHidden: (group: string, question: string) => boolean;
  readonly hideBelow: number;
}

function cellKey(unit: string, group: string, question: string): string {
  return `${unit}\n${group}\n${question}`;
}

function figureIn({ decimals, mode }: Index['rounding']): Figure {
  return (value) =>
    value === null ? null : { exact: exactText(value), rounded: roundExact(value, decimals, mode) };
}

function methodJson(index: Index): object {
  const { rank, rounding } = index;
  return {
    combine: index.combine,
    max: exactText(index.max),
    not_applicable: index.notApplicable,
    missing: index.missing,
    survey: index.survey,
    rank: { within: rank.within, on: rank.on, ties: rank.ties },
    rounding: { decimals: rounding.decimals, mode: rounding.mode },
    bonus: textOf(index.bonus),
    penalty: textOf(index.penalty),
    highest: textOf(index.highest),
  };
}

function textOf(value: Exact | null): string | null {
  return value === null ? null : exactText(value);
}

function overallJson({ blocks, percent }: OverallScore, figure: Figure): object {
  return {
    percent: figure(percent),
    blocks: blocks.map(({ block, units, missing, mean, weight }) => {
      return { block, units, missing, mean: figure(mean), weight: exactText(weight) };
    }),
  };
}

function unitJson(score: UnitScore, name: string, setting: JsonSetting): unknown {
  const { figure } = setting;
  const { missedClasses: missed, bonus, penalty } = score;
  return {
    unit: score.unit,
    name,
    block: score.block,
    ranked: score.ranked,
    status: statusOf(score),
    rank: score.rank,
    ...(score.tieBrokenBy === null ? {} : { tie_broken_by: score.tieBrokenBy }),
    class: score.class,
    ...(missed.length === 0 ? {} : { missed_classes: missed }),
    percent: figure(score.percent),
    total: partJson(score.total, figure),
    ...(bonus === null ? {} : { bonus: figure(bonus) }),
    ...(penalty === null ? {} : { penalty: figure(penalty) }),
    appraised: partJson(score.appraised, figure),
    survey: partJson(score.survey, figure),
    ...(score.surveyHeld ? {} : { survey_held: false }),
    criteria: score.criteria.map((criterion) => criterionJson(criterion, setting)),
  };
}

function partJson({ points, max }: Part, figure: Figure): object {
  return { points: figure(points), max: exactText(max) };
}

function criterionJson(score: CriterionScore, setting: JsonSetting): unknown {
  const { code, applies, children, dropped, leaf, value, against, points, max } = score;
  const { figure } = setting;
  return {
    code,
    applies,
    ...partJson(score, figure),
    percent: points === null ? null : figure(percentOf(points, max)),
    ...(value === null ? {} : { value: figure(value) }),
    ...(against === null
      ? {}
      : {
          against: {
            units: against.units,
            low: figure(against.low),
            high: figure(against.high),
          },
        }),
    ...(dropped.length === 0 ? {} : { dropped }),
    ...(leaf === null ? {} : leafJson(leaf, setting)),
    ...(children.length > 0
      ? { criteria: children.map((child) => criterionJson(child, setting)) }
      : {}),
  };
}
