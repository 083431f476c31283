/** Choices that a plan could have made otherwise: weights, groups, and methods. */
import { leafCriteria } from '../plan/criteria.ts';
import type { Combine, Criterion, Index, Plan } from '../plan/plan.ts';
import type { CriterionScore, PartValue, Scores } from '../scores/score.ts';
import type { Changes, IndexData } from './evaluator.ts';
import { noChanges } from './evaluator.ts';
import type { CriterionData, NormaliseData } from './evaluator-data.ts';

/**
 * `weights`: of criteria; `groups`: of respondents; `not-applicable`, `mean`, `normalise-…`, `answers`: another method than the plan's.
 */
export type Choice =
  | 'weights'
  | 'groups'
  | 'not-applicable'
  | 'mean'
  | 'normalise-min-max'
  | 'normalise-z-score'
  | 'normalise-rank'
  | 'answers';

/** How far weights are moved to either side, as a share. */
export const tolerance = 0.25;

/** What one draw does otherwise. */
export interface Draw {
  /** By code of a criterion. */
  readonly weights: ReadonlyMap<string, number>;
  /** By id of a group. */
  readonly groups: ReadonlyMap<string, number>;
  readonly methods: ReadonlySet<Choice>;
}

export const asPlanned: Draw = { weights: new Map(), groups: new Map(), methods: new Set() };

/** Choices that are there to be made: one that would change nothing is not. */
export function choicesOf(plan: Plan, index: Index, scores: Scores): readonly Choice[] {
  const criteria = everyCriterion(index.criteria);
  const methods = new Set(criteria.map(({ normalise }) => normalise?.method ?? null));
  const found: readonly (readonly [Choice, boolean])[] = [
    ['weights', weighedCodes(index).length > 0],
    ['groups', weighedGroups(index).length > 1],
    ['not-applicable', criteria.some(({ notFor }) => notFor.length > 0)],
    ['mean', [index.combine, ...criteria.map(({ combine }) => combine)].some(isMean)],
    ['normalise-min-max', hasOther(methods, 'min-max')],
    ['normalise-z-score', hasOther(methods, 'z-score')],
    ['normalise-rank', hasOther(methods, 'rank')],
    ['answers', otherAnswers(plan, index, scores).size > 0],
  ];
  return found.flatMap(([choice, isThere]) => (isThere ? [choice] : []));
}

function everyCriterion(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.flatMap((one) => [one, ...everyCriterion(one.children)]);
}

function isMean(combine: Combine): boolean {
  return combine === 'mean' || combine === 'geometric' || combine === 'harmonic';
}

function hasOther(methods: ReadonlySet<string | null>, method: string): boolean {
  return [...methods].some((one) => one !== null && one !== method);
}

/** Criteria with a sister, where they are added or averaged: alone, a weight decides nothing. */
export function weighedCodes({ criteria, combine }: Index): readonly string[] {
  const below = (children: readonly Criterion[], how: Combine): readonly string[] => {
    const own = children.length > 1 && how !== 'all' && how !== 'any' ? children : [];
    return [
      ...own.map(({ code }) => code),
      ...children.flatMap((child) => below(child.children, child.combine)),
    ];
  };
  return below(criteria, combine);
}

/** Groups that share a leaf with another. */
export function weighedGroups({ criteria }: Index): readonly string[] {
  const found = leafCriteria(criteria).flatMap(({ source }) => {
    const parts =
      source?.kind === 'survey' ? source.parts.filter(({ weight }) => weight.gt(0)) : [];
    return parts.length > 1 ? parts.map(({ group }) => group) : [];
  });
  return [...new Set(found)];
}

/** Numbers that are worked out anew when answers are read otherwise, by `code\nunit\nquestion\ngroup`. */
type OtherAnswers = ReadonlyMap<string, number>;

/** The mean of the points where the plan takes the share of positive answers, and the other way round; where scales know both. */
function otherAnswers(plan: Plan, { criteria }: Index, scores: Scores): OtherAnswers {
  const found = new Map<string, number>();
  const options = optionsOf(plan);
  for (const criterion of leafCriteria(criteria)) {
    const { source, code } = criterion;
    if (source?.kind !== 'survey') continue;
    for (const { unit, criteria: own } of scores.units) {
      for (const part of partsOf(own, code)) {
        for (const { question, counts, weighted } of part.questions) {
          const weigh = (option: string): number =>
            weighted === null ? (counts[option] ?? 0) : (weighted[option]?.valueOf() ?? 0);
          const percent = otherPercent(options(question), source.as, weigh);
          if (percent !== null) found.set([code, unit, question, part.group].join('\n'), percent);
        }
      }
    }
  }
  return found;
}

interface Read {
  readonly code: string;
  readonly points: number | null;
  readonly positive: boolean;
}

function optionsOf({ scales, forms }: Plan): (question: string) => readonly Read[] {
  const byScale = new Map(scales.map(({ id, options }) => [id, options]));
  const byQuestion = new Map(
    forms.flatMap(({ questions }) =>
      questions.map(({ id, scale }) => {
        const options = (byScale.get(scale ?? '') ?? []).map(({ code, points, positive }) => {
          return { code, points: points?.valueOf() ?? null, positive };
        });
        return [id, options] as const;
      }),
    ),
  );
  return (question) => byQuestion.get(question) ?? [];
}

function otherPercent(
  options: readonly Read[],
  as: 'mean' | 'share',
  weigh: (option: string) => number,
): number | null {
  const scored = options.filter(({ points }) => points !== null);
  const positive = scored.filter((option) => option.positive);
  const points = new Set(scored.map((option) => option.points));
  // Two options of 0 and 100 say the same either way.
  if (positive.length === 0 || positive.length === scored.length || points.size < 3) return null;
  let [base, sum] = [0, 0];
  for (const option of scored) {
    const weight = weigh(option.code);
    base += weight;
    sum += weight * (as === 'share' ? (option.points ?? 0) : option.positive ? 100 : 0);
  }
  return base === 0 ? null : sum / base;
}

function partsOf(criteria: readonly CriterionScore[], code: string): readonly PartValue[] {
  for (const one of criteria) {
    if (one.code === code) return one.leaf?.kind === 'survey' ? one.leaf.parts : [];
    const below = partsOf(one.children, code);
    if (below.length > 0) return below;
  }
  return [];
}

/** Fills percents of the survey leaves, unit × leaf, as a draw has them. */
export type Percents = (draw: Draw, percents: Float64Array) => void;

export function percentsOf(plan: Plan, index: Index, scores: Scores, data: IndexData): Percents {
  const terms = leafTerms(plan, index, scores, data);
  return ({ groups, methods }, percents) => {
    // What the plan says stays to the last digit where nothing else is asked.
    percents.set(data.percents);
    const isRead = methods.has('answers');
    if (groups.size === 0 && !isRead) return;
    for (const { parts, to } of terms) {
      let [sum, weights] = [0, 0];
      for (const part of parts) {
        const weight = part.weight * (groups.get(part.group) ?? 1);
        sum += weight * (isRead ? part.other : part.percent);
        weights += weight;
      }
      percents[to] = sum / weights;
    }
  };
}

/** A survey leaf of a unit. */
interface LeafTerm {
  /** Index into the percents. */
  readonly to: number;
  readonly parts: readonly {
    readonly group: string;
    readonly weight: number;
    readonly percent: number;
    /** When answers are read otherwise; the same where they cannot be. */
    readonly other: number;
  }[];
}

function leafTerms(plan: Plan, index: Index, scores: Scores, data: IndexData): readonly LeafTerm[] {
  const other = otherAnswers(plan, index, scores);
  return scores.units.flatMap(({ unit, criteria }, at) =>
    data.leaves.flatMap((code, leaf): readonly LeafTerm[] => {
      const to = at * data.leaves.length + leaf;
      if (Number.isNaN(data.percents[to])) return [];
      const parts = partsOf(criteria, code).map((part) => {
        const { group } = part;
        const percent = part.percent?.valueOf() ?? Number.NaN;
        const read = readOtherwise(part, (question) => {
          return other.get([code, unit, question, group].join('\n')) ?? null;
        });
        return { group, weight: part.weight.valueOf(), percent, other: read ?? percent };
      });
      return parts.length === 0 ? [] : [{ to, parts }];
    }),
  );
}

/** Null: none of its questions can be read otherwise. */
function readOtherwise(
  { questions }: PartValue,
  other: (question: string) => number | null,
): number | null {
  let [sum, weights, changed] = [0, 0, 0];
  for (const { question, weight, percent } of questions) {
    const read = other(question);
    if (read !== null) changed++;
    sum += weight.valueOf() * (read ?? percent?.valueOf() ?? Number.NaN);
    weights += weight.valueOf();
  }
  return changed === 0 ? null : sum / weights;
}

/** What the evaluator is to do otherwise. */
export function changesOf({ root, notApplicable }: IndexData, { weights, methods }: Draw): Changes {
  const combine = new Map<string, Combine>();
  const normalise = new Map<string, NormaliseData>();
  const walk = (one: CriterionData): void => {
    if (methods.has('mean') && one.children.length > 0 && isMean(one.combine)) {
      combine.set(one.code, one.combine === 'mean' ? 'geometric' : 'mean');
    }
    const rule = one.normalise === null ? null : otherRule(one.normalise, one.top, methods);
    if (rule !== null) normalise.set(one.code, rule);
    for (const child of one.children) walk(child);
  };
  walk(root);
  const swapped = notApplicable === 'keep' ? 'shrink' : 'keep';
  return {
    ...noChanges,
    weights,
    combine,
    normalise,
    notApplicable: methods.has('not-applicable') ? swapped : null,
  };
}

/**
 * Other ways to set a value against those of other units, on the scale of the criterion: min–max from the plan's least to its most where
 * it has them, else from 0; standard scores around the middle with a sixth of the maximum as deviation (three of them to either side fill it).
 */
function otherRule(
  rule: NormaliseData,
  top: number,
  methods: ReadonlySet<Choice>,
): NormaliseData | null {
  const reversed = rule.goals === null ? rule.reversed : rule.goals.worst > rule.goals.best;
  const own = { reversed, goals: null, within: rule.within };
  const hasRange = rule.method !== 'z-score' && rule.method !== 'rank';
  if (methods.has('normalise-min-max') && rule.method !== 'min-max') {
    const range = hasRange ? { low: rule.low, high: rule.high } : { low: 0, high: top };
    return { ...own, method: 'min-max', ...range };
  }
  if (methods.has('normalise-z-score') && rule.method !== 'z-score') {
    return { ...own, method: 'z-score', low: top / 2, high: top / 6 };
  }
  if (methods.has('normalise-rank') && rule.method !== 'rank') {
    return { ...own, method: 'rank', low: 0, high: top };
  }
  return null;
}
