/** What one answer does to a leaf: the score of a leaf, taken apart into a number for each option. */
import { leavesOf } from '../plan/criteria.ts';
import type { Plan, QuestionId } from '../plan/plan.ts';
import type { PartValue, QuestionValue, Scores } from '../scores/score.ts';

/** How the answers of a group to one question move a leaf: `by[option]`, NaN where the option does not count. */
export interface Column {
  readonly question: QuestionId;
  readonly by: Float64Array;
}

export interface Term {
  /** Index of the leaf. */
  readonly leaf: number;
  readonly columns: readonly Column[];
}

export interface SurveyLeaf {
  /** Index into `Plan.units`. */
  readonly unit: number;
  readonly leaf: number;
  readonly percent: number;
  readonly parts: readonly PartValue[];
}

/** Leaves with a value, unit by unit. `codes` are those of the survey leaves. */
export function surveyLeaves(
  plan: Plan,
  scores: Scores,
  codes: readonly string[],
): readonly SurveyLeaf[] {
  const units = new Map(plan.units.map(({ id }, at) => [id, at]));
  const leaves = new Map(codes.map((code, at) => [code, at]));
  return scores.units.flatMap(({ unit, criteria }) =>
    leavesOf(criteria).flatMap(({ code, applies, leaf }): readonly SurveyLeaf[] => {
      const [at, of] = [leaves.get(code), units.get(unit)];
      if (at === undefined || of === undefined || !applies) return [];
      if (leaf?.kind !== 'survey' || leaf.percent === null) return [];
      return [{ unit: of, leaf: at, percent: leaf.percent.valueOf(), parts: leaf.parts }];
    }),
  );
}

/** The terms of a group about a unit. */
export type Terms = (group: number, unit: number) => readonly Term[];

export function termsOf(plan: Plan, leaves: readonly SurveyLeaf[]): Terms {
  const groups = new Map(plan.groups.map(({ id }, at) => [id, at]));
  const codes = optionCodes(plan);
  const found = new Map<number, Map<number, Column[]>>();
  const units = plan.units.length;
  for (const { unit, leaf, parts } of leaves) {
    for (const part of parts) {
      const columns = columnsOf(part, codes);
      for (const id of [part.group, ...part.with]) {
        const key = (groups.get(id) ?? -1) * units + unit;
        const byLeaf = found.get(key) ?? new Map<number, Column[]>();
        byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), ...columns]);
        found.set(key, byLeaf);
      }
    }
  }
  const terms = new Map(
    [...found].map(([key, byLeaf]) => {
      return [key, [...byLeaf].map(([leaf, columns]): Term => ({ leaf, columns }))] as const;
    }),
  );
  return (group, unit) => terms.get(group * units + unit) ?? none;
}

const none: readonly Term[] = [];

/** What the question weighs in its leaf: weight of the part × share of the question. */
export function shareOf(part: PartValue, question: QuestionValue): number {
  const all = part.questions.reduce((sum, { weight }) => sum + weight.valueOf(), 0);
  return (part.weight.valueOf() * question.weight.valueOf()) / all;
}

/** Sum of the weights of the answers that count. */
export function weightOfBase({ base, weighted, table }: QuestionValue): number {
  if (weighted === null) return base;
  return Object.keys(table).reduce((sum, code) => sum + (weighted[code]?.valueOf() ?? 0), 0);
}

function columnsOf(
  part: PartValue,
  codes: ReadonlyMap<QuestionId, readonly string[]>,
): readonly Column[] {
  return part.questions.map((one): Column => {
    const scale = one.percent === null ? Number.NaN : shareOf(part, one) / weightOfBase(one);
    const middle = one.percent?.valueOf() ?? Number.NaN;
    const by = (codes.get(one.question) ?? []).map((code) => {
      const value = Object.hasOwn(one.table, code) ? one.table[code] : undefined;
      return value === undefined ? Number.NaN : scale * (value.valueOf() - middle);
    });
    return { question: one.question, by: Float64Array.from(by) };
  });
}

function optionCodes(plan: Plan): ReadonlyMap<QuestionId, readonly string[]> {
  const scales = new Map(plan.scales.map(({ id, options }) => [id, options]));
  return new Map(
    plan.forms.flatMap(({ questions }) =>
      questions.map(({ id, scale }) => {
        return [id, (scales.get(scale ?? '') ?? []).map(({ code }) => code)] as const;
      }),
    ),
  );
}
