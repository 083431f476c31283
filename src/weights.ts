/**
 * Weights of respondents: how much each sheet counts within its group, by the rules of the plan (`index.weights`), and the tallies
 * counted with them. Exact quotients, of which only the ratio matters; raking alone is an iteration, carried to 30 digits.
 */
import { hasErrors } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import type { GroupId, Index, Plan, QuestionId } from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import type { QuotaRow, Quotas } from './quotas/quota.ts';
import type { Ratings } from './ratings.ts';
import type { TallyEntry } from './returns/batch.ts';
import type { Exact } from './stats/exact.ts';
import type { Tallies } from './tallies.ts';
import { concentratedFindings } from './weights/concentrated.ts';
import { weighGroup } from './weights/group.ts';

export { weightsJson } from './weights/json.ts';
export { weightsTable } from './weights/table.ts';

/** By sheet number of `Ratings`: mean 1 within a weighted group, 1 in a group without weights. */
export type SheetWeights = Float64Array;

export interface Weights {
  readonly sheets: SheetWeights;
  /** Groups with weights and valid replies, in the order of the plan. */
  readonly groups: readonly GroupWeights[];
}

export interface GroupWeights {
  readonly group: GroupId;
  /** Valid sheets, those that paper tallies count among them. */
  readonly respondents: number;
  readonly smallest: Exact;
  readonly largest: Exact;
  /** Kish's effective sample size; respondents ÷ it is the design effect of the weights. */
  readonly effective: number;
  /** By row of the quota, and by weight within it. */
  readonly parts: readonly WeightPart[];
  readonly margins: readonly MarginFit[];
  /** Respondents at the limit of `trim`; null: nothing is trimmed. */
  readonly trimmed: number | null;
}

export interface WeightPart {
  /** Null: all of the group, whose weights do not go by rows. */
  readonly row: QuotaRow | null;
  /** 1 ÷ chance of the place × people ÷ sheets; null: no design weights. */
  readonly design: Exact | null;
  /** Sheets to be filled in ÷ valid ones; null: no weights for those that did not answer. */
  readonly nonResponse: Exact | null;
  readonly weight: Exact;
  readonly respondents: number;
}

export interface MarginFit {
  readonly question: QuestionId;
  readonly categories: readonly {
    /** Codes of the options that share the total. */
    readonly options: readonly string[];
    readonly respondents: number;
    /** Percent of those who answered: as they came back, in the population, weighted. */
    readonly before: Exact;
    readonly population: Exact;
    readonly after: Exact;
  }[];
  /** Without an answer, or with one that has no total: the margin leaves them as they are. */
  readonly unanswered: number;
}

export interface WeighedReturns {
  readonly tallies: Tallies;
  readonly ratings: Ratings;
  /** What paper tallies count of groups with weights. */
  readonly entries: readonly TallyEntry[];
}

export interface Weighed {
  readonly tallies: Tallies;
  readonly weights: Weights;
}

export interface WeighedPlan {
  readonly plan: Plan & { readonly index: Index };
  readonly quotas: Quotas;
  readonly where: PlanWhere;
}

/** The tallies with `weighted` filled in for the groups that have weights; those of other groups are the same values. */
export function weigh(survey: WeighedPlan, returns: WeighedReturns): Checked<Weighed> {
  const { plan } = survey;
  const sheets = new Float64Array(returns.ratings.sheets).fill(1);
  const groups: GroupWeights[] = [];
  const findings: Finding[] = [];
  let { cells } = returns.tallies;
  for (const group of plan.groups) {
    const rules = plan.index.weights[group.id];
    if (rules === undefined) continue;
    const one = weighGroup(survey, group, rules, returns);
    findings.push(...one.findings);
    if (!one.ok || one.value === null) continue;
    const { weights, weighted, sheetWeight } = one.value;
    for (const sheet of sheets.keys()) {
      const weight = sheetWeight(sheet);
      if (weight > 0) sheets[sheet] = weight;
    }
    cells = cells.map(weighted);
    groups.push(weights);
  }
  findings.push(...concentratedFindings(survey, returns.ratings, sheets));
  if (hasErrors(findings)) return { ok: false, findings };
  const value: Weighed = { tallies: { ...returns.tallies, cells }, weights: { sheets, groups } };
  return { ok: true, value, findings };
}

/** Groups of the plan whose respondents have weights. */
export function weightedGroups({ index }: Plan): ReadonlySet<GroupId> {
  return new Set(Object.keys(index?.weights ?? {}));
}
