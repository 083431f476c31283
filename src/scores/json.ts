/**
 * Scores as a plain value: `out/scores.json`, what later tools read to explain a figure.
 * Each number stands twice: `exact` (`0.25` or `7/3`) and rounded by the plan's rule.
 */
import type { Index, Plan } from '../plan/plan.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';
import { smallCells } from '../stats/small-cells.ts';
import {
  type CriterionScore,
  type LeafScore,
  type Part,
  type PartValue,
  type Scores,
  statusOf,
  type UnitScore,
} from './score.ts';

export function scoresJson(plan: Plan, index: Index, scores: Scores): unknown {
  const figure = figureIn(index.rounding);
  return scores.units.map((score) => unitJson(score, plan, figure));
}

type Figure = (value: Exact | null) => { readonly exact: string; readonly rounded: string } | null;

function figureIn({ decimals, mode }: Index['rounding']): Figure {
  return (value) =>
    value === null ? null : { exact: exactText(value), rounded: roundExact(value, decimals, mode) };
}

function unitJson(score: UnitScore, plan: Plan, figure: Figure): unknown {
  return {
    unit: score.unit,
    name: plan.units.find((unit) => unit.id === score.unit)?.name ?? score.unit,
    block: score.block,
    ranked: score.ranked,
    status: statusOf(score),
    rank: score.rank,
    class: score.class,
    percent: figure(score.percent),
    total: partJson(score.total, figure),
    appraised: partJson(score.appraised, figure),
    survey: partJson(score.survey, figure),
    criteria: score.criteria.map((criterion) => criterionJson(criterion, figure)),
  };
}

function partJson({ points, max }: Part, figure: Figure): object {
  return { points: figure(points), max: exactText(max) };
}

function criterionJson(score: CriterionScore, figure: Figure): unknown {
  const { code, applies, children, leaf } = score;
  return {
    code,
    applies,
    ...partJson(score, figure),
    ...(leaf?.kind === 'appraised' ? appraisalJson(leaf, figure) : {}),
    ...(leaf?.kind === 'survey'
      ? {
          source: 'survey',
          percent: figure(leaf.percent),
          parts: partsJson(leaf.parts, figure),
        }
      : {}),
    ...(children.length > 0
      ? { criteria: children.map((child) => criterionJson(child, figure)) }
      : {}),
  };
}

type Appraised = Extract<LeafScore, { readonly kind: 'appraised' }>;

/** The stages that a unit went through; those that it did not are left out. */
function appraisalJson(leaf: Appraised, figure: Figure): object {
  const { self, first, second, explanation, evidence } = leaf;
  return {
    source: 'appraised',
    self: figure(self),
    ...(second === null ? {} : { first: figure(first), second: figure(second) }),
    ...(explanation === null ? {} : { explanation }),
    ...(evidence === null ? {} : { evidence }),
  };
}

/** A part that few answered is named, but its figures are left out: they could tell what one person said. */
function partsJson(parts: readonly PartValue[], figure: Figure): readonly unknown[] {
  const hidden = smallCells(
    parts.map(({ group, questions }) => {
      return { key: group, ratings: Math.min(...questions.map(({ base }) => base)) };
    }),
  );
  return parts.map((part) =>
    hidden.has(part.group)
      ? { group: part.group, weight: exactText(part.weight), hidden: true }
      : partValueJson(part, figure),
  );
}

function partValueJson({ group, weight, percent, questions }: PartValue, figure: Figure): unknown {
  return {
    group,
    weight: exactText(weight),
    percent: figure(percent),
    questions: questions.map((one) => ({
      question: one.question,
      base: one.base,
      percent: figure(one.percent),
      batches: one.batches,
    })),
  };
}
